import { AppError } from '../../contract/errors';
import type { contract } from '../../contract/ipc/contract';
import type { HandlersOf } from '../../contract/ipc/define';
import { yearOfBirthRange } from '../../contract/year-of-birth';
import { estimateAudiogram } from '../../hearing/age-estimate';
import type { Threshold } from '../../hearing/audiogram';
import {
  fromReading,
  type EarThreshold,
  type EarThresholds,
  type HearingTest,
} from '../../hearing/hearing-test';
import type { Companion } from '../app/create-companion';
import type { Desktop } from '../app/desktop';
import { messagesNow } from '../app/messages-now';
import { saveAs } from '../app/write-export';

type StoredTestsCalls =
  | 'storeEstimate'
  | 'storeAudiogram'
  | 'history'
  | 'remove'
  | 'exportTest'
  | 'savePicture'
  | 'saveReport';

/** Medians are readings of an audiogram: nothing was measured. */
const fromMedian = ({ frequencyHz, thresholdDbHl }: Threshold): EarThreshold => ({
  frequencyHz,
  theta50DbHl: fromReading(thresholdDbHl),
  sdDb: null,
  presentations: 0,
  flag: 'ok',
});

/**
 * The median at the age of `yearOfBirth`. Who has grown older than the range since counts as the oldest; who seems
 * younger, for the clock was set back, as the youngest.
 */
const estimateFor = (yearOfBirth: number, currentYear: number): EarThresholds => {
  const { min, max } = yearOfBirthRange(currentYear);
  const year = Math.min(max, Math.max(yearOfBirth, min));
  const { left, right } = estimateAudiogram(year, currentYear);
  return { left: left.map(fromMedian), right: right.map(fromMedian) };
};

/** A test as a file. Loaded when first needed, for a start writes none. */
const textOf = async (test: HearingTest, format: 'json' | 'csv'): Promise<string> => {
  if (format === 'csv') return (await import('../../hearing/exchange/to-csv')).toCsv(test);
  return (await import('../../hearing/exchange/to-json')).toJson(test);
};

/** Answers the `tests` calls about stored tests and what is made of them. */
export const createStoredTestsHandlers = (
  companion: Pick<Companion, 'storedTests' | 'currentYear' | 'snapshot'>,
  desktop: Desktop,
): Pick<HandlersOf<typeof contract>['tests'], StoredTestsCalls> => {
  const { storedTests } = companion;

  const save = async (
    what: 'test' | 'picture' | 'report',
    extension: string,
    content: () => Promise<string | Uint8Array>,
  ): Promise<'saved' | 'cancelled'> => {
    const messages = await messagesNow(companion);
    const fileName = `${messages(`dialogs.save.${what}FileName`)}.${extension}`;
    return saveAs(desktop, messages(`dialogs.save.${what}Title`), fileName, content);
  };

  return {
    storeEstimate: () =>
      storedTests.storeBrought({ source: 'age' }, (year) =>
        estimateFor(year, companion.currentYear()),
      ),
    storeAudiogram: ({ ears, levels }) =>
      storedTests.storeBrought({ source: 'import', levels }, () => ears),
    history: ({ before }) => storedTests.testHistory(before),
    remove: ({ testId }) => storedTests.removeTest(testId),
    async exportTest({ testId, format }) {
      const test = await storedTests.findTest(testId);
      if (test === null) throw new AppError('tests/unknown-test');
      return save('test', format, () => textOf(test, format));
    },
    savePicture: ({ format, data }) =>
      save('picture', format, async () => (format === 'svg' ? data : Buffer.from(data, 'base64'))),
    saveReport: () =>
      save('report', 'pdf', () =>
        desktop.printPage().catch(() => {
          throw new AppError('app/file-not-written');
        }),
      ),
  };
};

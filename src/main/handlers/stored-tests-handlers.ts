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
import { writeExport } from '../app/write-export';

type StoredTestsCalls =
  | 'storeEstimate'
  | 'storeAudiogram'
  | 'history'
  | 'remove'
  | 'exportTest'
  | 'savePicture'
  | 'saveReport';

/** The first bytes of every PNG file. */
const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Medians are readings of an audiogram: nothing was measured. */
const fromMedian = ({ frequencyHz, thresholdDbHl }: Threshold): EarThreshold => ({
  frequencyHz,
  theta50DbHl: fromReading(thresholdDbHl),
  sdDb: null,
  presentations: 0,
  flag: 'ok',
});

/** The median at the age of `yearOfBirth`. Who has grown older than the range since counts as the oldest. */
const estimateFor = (yearOfBirth: number, currentYear: number): EarThresholds => {
  const { min } = yearOfBirthRange(currentYear);
  const { left, right } = estimateAudiogram(Math.max(yearOfBirth, min), currentYear);
  return { left: left.map(fromMedian), right: right.map(fromMedian) };
};

/** The bytes of a picture. Throws `ipc/invalid-input` for what is not one of its format. */
const pictureOf = (format: 'svg' | 'png', data: string): string | Uint8Array => {
  const bytes = Buffer.from(data, 'base64');
  const isPicture =
    format === 'svg'
      ? data.startsWith('<svg')
      : bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE);
  if (!isPicture) throw new AppError('ipc/invalid-input');
  return format === 'svg' ? data : bytes;
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

  /** Asks where, then writes what `content` makes. */
  const save = async (
    what: 'test' | 'picture' | 'report',
    extension: string,
    content: () => Promise<string | Uint8Array>,
  ): Promise<'saved' | 'cancelled'> => {
    const { createMessages } = await import('../../messages/catalogue');
    const messages = createMessages(companion.snapshot().language);
    const fileName = `${messages(`dialogs.save.${what}FileName`)}.${extension}`;
    const file = await desktop.chooseSaveFile(messages(`dialogs.save.${what}Title`), fileName);
    if (file === null) return 'cancelled';
    await writeExport(file, await content());
    return 'saved';
  };

  return {
    storeEstimate: () =>
      storedTests.storeBrought('age', (year) => estimateFor(year, companion.currentYear())),
    storeAudiogram: ({ ears }) => storedTests.storeBrought('import', () => ears),
    history: ({ before }) => storedTests.testHistory(before),
    remove: ({ testId }) => storedTests.removeTest(testId),
    async exportTest({ testId, format }) {
      const test = await storedTests.findTest(testId);
      if (test === null) throw new AppError('tests/unknown-test');
      return save('test', format, () => textOf(test, format));
    },
    async savePicture({ format, data }) {
      const picture = pictureOf(format, data);
      return save('picture', format, async () => picture);
    },
    saveReport: () =>
      save('report', 'pdf', () =>
        desktop.printPage().catch(() => {
          throw new AppError('app/file-not-written');
        }),
      ),
  };
};

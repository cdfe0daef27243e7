import type { RefObject } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components/Menu';
import type { Result } from '../../../contract/errors';
import type { HearingTest } from '../../../hearing/hearing-test';
import { action } from '../../app/action';
import { done } from '../../app/said';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { companion } from '../../bridge/companion';
import { Button } from '../../components/Button';
import { usePending } from '../../stores/action-store';
import { pngOf, standalonePicture, type PictureWords } from './export-picture';
import { nameOf } from './test-words';
import styles from './Audiogram.module.css';

interface Chosen {
  readonly testId: string;
  readonly chart: SVGSVGElement;
  readonly words: PictureWords;
}

/** Each way to save, by its name in the catalogue. */
const SAVE = {
  exportJson: ({ testId }) => companion.tests.exportTest({ testId, format: 'json' }),
  exportCsv: ({ testId }) => companion.tests.exportTest({ testId, format: 'csv' }),
  exportSvg: ({ chart, words }) =>
    companion.tests.savePicture({ format: 'svg', data: standalonePicture(chart, words).svg }),
  exportPng: async ({ chart, words }) =>
    companion.tests.savePicture({ format: 'png', data: await pngOf(chart, words) }),
  exportPdf: () => companion.tests.saveReport(),
} satisfies Record<string, (chosen: Chosen) => Promise<Result<'saved' | 'cancelled'>>>;

type Format = keyof typeof SAVE;
const FORMATS = Object.keys(SAVE) as Format[];

const exportTest = action(
  'exportTest',
  ({ format, ...chosen }: Chosen & { readonly format: Format }) => SAVE[format](chosen),
  (outcome) => (outcome === 'saved' ? done((messages) => messages('audiogram.saved')) : null),
);

interface Props {
  readonly test: HearingTest;
  /** Where the chart is drawn. */
  readonly figure: RefObject<HTMLElement | null>;
}

/** Saves the test shown: as data, as a table, as a picture or as a report. */
export const ExportMenu = ({ test, figure }: Props) => {
  const messages = useMessages();
  const date = useDate();
  const isSaving = usePending(exportTest);
  const start = (format: Format): void => {
    const chart = figure.current?.querySelector('svg');
    if (!chart) return;
    const words = {
      title: `${nameOf(messages, test)}, ${date(test.takenAt)}`,
      right: messages('profile.right'),
      left: messages('profile.left'),
    };
    exportTest({ format, testId: test.id, chart, words });
  };
  return (
    <MenuTrigger>
      <Button isPending={isSaving}>
        {messages('audiogram.export')}
        <svg width="10" height="6" viewBox="0 0 10 6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.6" />
        </svg>
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom start">
        <Menu className={styles['menu'] ?? ''}>
          {FORMATS.map((format) => (
            <MenuItem key={format} className={styles['item'] ?? ''} onAction={() => start(format)}>
              {messages(`audiogram.${format}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
};

import type { KeyboardEvent } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import {
  REQUIRED_FREQUENCIES_HZ,
  type ExchangeMessage,
  type ExchangePlace,
} from '../../../hearing/exchange/exchange-result';
import { EARS, type Ear } from '../../../hearing/hearing-test';
import { useMessages } from '../../app/use-messages';
import { frequenciesOf, setCell, type Draft } from './draft';
import styles from './Bring.module.css';

interface Props {
  readonly draft: Draft;
  readonly findings: readonly ExchangeMessage[];
  readonly onChange: (draft: Draft) => void;
  /** Says which cell is being written, null when none is any more. */
  readonly onWriting: (place: ExchangePlace | null) => void;
}

/** Up and down lead through a column, as in a spreadsheet. */
const moveFocus = (event: KeyboardEvent<HTMLInputElement>): void => {
  const by = { ArrowUp: -1, ArrowDown: 1, Enter: 1 }[event.key];
  if (by === undefined) return;
  const { ear } = event.currentTarget.dataset;
  const column = [
    ...(event.currentTarget
      .closest('table')
      ?.querySelectorAll<HTMLInputElement>(`input[data-ear="${ear}"]`) ?? []),
  ];
  column[column.indexOf(event.currentTarget) + by]?.focus();
  event.preventDefault();
};

const Cell = ({
  ear,
  hz,
  draft,
  findings,
  onChange,
  onWriting,
}: Props & { readonly ear: Ear; readonly hz: number }) => {
  const messages = useMessages();
  const words = { ear: messages(`profile.${ear}`), hz: String(hz) };
  const cell = draft[ear][hz];
  const finding = findings.find(
    ({ place }) => place.type === 'cell' && place.ear === ear && place.frequencyHz === hz,
  );
  return (
    <td>
      <div className={styles['cell']}>
        <input
          className={finding ? styles[`${finding.severity}Cell`] : undefined}
          value={cell?.text ?? ''}
          inputMode="decimal"
          autoComplete="off"
          maxLength={8}
          data-ear={ear}
          aria-label={messages('bring.cell', words)}
          aria-invalid={finding?.severity === 'error'}
          onFocus={() => onWriting({ type: 'cell', ear, frequencyHz: hz })}
          onBlur={() => onWriting(null)}
          onKeyDown={moveFocus}
          onChange={({ target }) => onChange(setCell(draft, ear, hz, { text: target.value }))}
        />
        <ToggleButton
          className={styles['mark'] ?? ''}
          aria-label={messages('bring.notHeard', words)}
          isSelected={cell?.isNoResponse ?? false}
          onChange={(isNoResponse) => onChange(setCell(draft, ear, hz, { isNoResponse }))}
        >
          {messages('bring.notHeardShort')}
        </ToggleButton>
      </div>
    </td>
  );
};

/** An audiogram as a form: a row for each frequency, a column for each ear. */
export const EntryTable = (props: Props) => {
  const messages = useMessages();
  const needed: readonly number[] = REQUIRED_FREQUENCIES_HZ;
  return (
    <div className={styles['entry']}>
      <p className="quiet">{messages('bring.tableHint')}</p>
      <table className={styles['form']}>
        <thead>
          <tr>
            <th scope="col">{messages('bring.frequency')}</th>
            {EARS.map((ear) => (
              <th scope="col" key={ear}>
                {messages(`profile.${ear}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {frequenciesOf(props.draft).map((hz) => (
            <tr key={hz}>
              <th scope="row">
                {hz}
                {needed.includes(hz) && <small> {messages('bring.required')}</small>}
              </th>
              {EARS.map((ear) => (
                <Cell key={ear} {...props} ear={ear} hz={hz} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

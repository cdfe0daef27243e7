import { EARS, type EarThreshold, type HearingTest } from '../../../hearing/hearing-test';
import { readingsOf } from '../../../hearing/readings';
import { useMessages } from '../../app/use-messages';
import fold from '../../components/Fold.module.css';
import table from '../../components/Table.module.css';

/** Every frequency that at least one ear has, ascending, in Hz. */
const frequenciesOf = ({ ears }: HearingTest): number[] =>
  [...new Set([...ears.right, ...ears.left].map(({ frequencyHz }) => frequencyHz))].toSorted(
    (a, b) => a - b,
  );

/** Said where the true threshold lies beyond the levels that were played. */
const SIGN: Readonly<Record<EarThreshold['flag'], string>> = {
  ok: '',
  'low-confidence': '',
  floor: '≤ ',
  'no-response': '≥ ',
};

/** The same profile as numbers, folded away until asked for. */
export const NumbersTable = ({ test }: { readonly test: HearingTest }) => {
  const messages = useMessages();
  const frequencies = frequenciesOf(test);
  const readings = readingsOf(test.ears);
  const cell = (side: 'right' | 'left', hz: number): string => {
    const index = test.ears[side].findIndex(({ frequencyHz }) => frequencyHz === hz);
    const [threshold, reading] = [test.ears[side][index], readings[side][index]];
    return threshold && reading
      ? `${SIGN[threshold.flag]}${reading.thresholdDbHl.toFixed(0)}`
      : '–';
  };
  return (
    <details className={fold['fold']}>
      <summary>{messages('profile.numbers')}</summary>
      <table className={`${table['table']} ${table['numeric']}`}>
        <caption>
          {messages(
            test.source === 'age' ? 'profile.numbersCaption' : 'profile.numbersCaptionMeasured',
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{messages('profile.frequency')}</th>
            {frequencies.map((hz) => (
              <th scope="col" key={hz}>
                {hz}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {EARS.map((side) => (
            <tr key={side}>
              <th scope="row">{messages(`profile.${side}`)}</th>
              {frequencies.map((hz) => (
                <td key={hz}>{cell(side, hz)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};

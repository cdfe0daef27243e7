import { EARS, type HearingTest } from '../../../hearing/hearing-test';
import type { Messages } from '../../../messages/catalogue';
import { useMessages } from '../../app/use-messages';
import { cellOf, hasLevels } from './test-words';
import table from '../../components/Table.module.css';
import styles from './Audiogram.module.css';

const captionOf = (messages: Messages, test: HearingTest): string => {
  if (test.source === 'age') return messages('profile.numbersCaption');
  return messages(hasLevels(test) ? 'audiogram.tableCaption' : 'audiogram.tableCaptionRelative');
};

/** A test as numbers: one row for each frequency, one column for each ear. */
export const ThresholdTable = ({ test }: { readonly test: HearingTest }) => {
  const messages = useMessages();
  const { ears } = test;
  const frequencies = [
    ...new Set([...ears.right, ...ears.left].map(({ frequencyHz }) => frequencyHz)),
  ].toSorted((a, b) => a - b);
  return (
    <table className={table['table']}>
      <caption>
        {captionOf(messages, test)}{' '}
        {[...ears.right, ...ears.left].some(({ sdDb }) => sdDb !== null) &&
          messages('audiogram.tableSpread')}
      </caption>
      <thead>
        <tr>
          <th scope="col">{messages('profile.frequency')}</th>
          {EARS.map((ear) => (
            <th scope="col" key={ear}>
              {messages(`profile.${ear}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {frequencies.map((hz) => (
          <tr key={hz}>
            <th scope="row">{hz}</th>
            {EARS.map((ear) => {
              const threshold = ears[ear].find(({ frequencyHz }) => frequencyHz === hz);
              return (
                <td key={ear}>
                  {threshold ? cellOf(messages, threshold) : '–'}
                  {threshold?.flag === 'low-confidence' && (
                    <span className={styles['doubt']}> {messages('audiogram.lowConfidence')}</span>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

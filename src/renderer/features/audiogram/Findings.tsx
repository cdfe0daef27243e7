import type { ExchangeMessage } from '../../../hearing/exchange/exchange-result';
import { useMessages } from '../../app/use-messages';
import { findingText } from './finding-text';
import styles from './Bring.module.css';

/** More than this nobody reads; the first ones mended, the next ones show. */
const MOST = 6;

/** What is wrong with an audiogram coming in, and what is worth a look; errors first. */
export const Findings = ({ findings }: { readonly findings: readonly ExchangeMessage[] }) => {
  const messages = useMessages();
  const sorted = findings.toSorted(
    (a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'),
  );
  return (
    <div className={styles['findings']} role="status">
      <ul>
        {sorted.slice(0, MOST).map((finding, index) => (
          <li key={index} className={styles[finding.severity]}>
            {findingText(messages, finding)}
          </li>
        ))}
        {sorted.length > MOST && <li>{messages('bring.more', { count: sorted.length - MOST })}</li>}
      </ul>
    </div>
  );
};

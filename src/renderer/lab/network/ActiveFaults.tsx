import type { LabFault, NetworkView } from '../../../contract/ipc/lab/network';
import type { LabMessages } from '../../../messages/lab-catalogue';
import { action } from '../../app/action';
import { lab } from '../shell/lab-api';
import { useLabMessages } from '../shell/use-lab-messages';
import styles from './Network.module.css';

/** What is particular about one, in short. */
const detailsOf = (fault: LabFault): string => {
  switch (fault.kind) {
    case 'clock-jump':
      return `${fault.byMinutes > 0 ? '+' : ''}${fault.byMinutes} min`;
    case 'latency':
      return `${fault.ms} ± ${fault.jitterMs} ms`;
    case 'rate-limited':
      return `Retry-After: ${fault.retryAfterSeconds} s`;
    default:
      return '';
  }
};

const callOf = (fault: LabFault, messages: LabMessages): string => {
  if (fault.kind === 'clock-jump') return '–';
  return fault.call === 'all' ? messages('labNetwork.all') : fault.call;
};

const timesOf = (fault: LabFault, messages: LabMessages): string => {
  const isOnce = 'once' in fault && fault.once;
  const share = 'share' in fault && fault.share < 100 ? ` (${fault.share} %)` : '';
  return messages(isOnce ? 'labNetwork.once' : 'labNetwork.always') + share;
};

const Row = ({ fault, id, met }: NetworkView['faults'][number]) => {
  const messages = useLabMessages();
  const name = messages(`labNetwork.kinds.${fault.kind}`);
  const remove = action(`remove${id}`, () => lab.labNetwork.remove({ id }));
  return (
    <tr data-fault={fault.kind}>
      <th scope="row">{name}</th>
      <td className={styles['mono']}>{callOf(fault, messages)}</td>
      <td className={styles['mono']}>{detailsOf(fault)}</td>
      <td>{timesOf(fault, messages)}</td>
      <td className={styles['met']}>{met}</td>
      <td>
        <button
          type="button"
          aria-label={`${messages('labNetwork.remove')}: ${name}`}
          onClick={() => remove()}
        >
          {messages('labNetwork.remove')}
        </button>
      </td>
    </tr>
  );
};

const COLUMNS = ['kind', 'call', 'details', 'times', 'met'] as const;

/** The faults that are on, and how many requests met each. */
export const ActiveFaults = ({ faults }: Pick<NetworkView, 'faults'>) => {
  const messages = useLabMessages();
  return (
    <section aria-labelledby="active" data-active-faults={faults.length}>
      <h2 id="active">{messages('labNetwork.on')}</h2>
      {faults.length === 0 ? (
        <p className={styles['none']}>{messages('labNetwork.none')}</p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {messages(`labNetwork.${column}`)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {faults.map((one) => (
              <Row key={one.id} {...one} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
};

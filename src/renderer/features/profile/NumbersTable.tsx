import type { Audiogram } from '../../../hearing/audiogram';
import { useMessages } from '../../app/use-messages';
import styles from './ProfilePage.module.css';

/** The same profile as numbers, folded away until asked for. */
export const NumbersTable = ({ audiogram }: { readonly audiogram: Audiogram }) => {
  const messages = useMessages();
  return (
    <details className={styles['numbers']}>
      <summary>{messages('profile.numbers')}</summary>
      <table>
        <caption>{messages('profile.numbersCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{messages('profile.frequency')}</th>
            {audiogram.right.map(({ frequencyHz }) => (
              <th scope="col" key={frequencyHz}>
                {frequencyHz}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['right', 'left'] as const).map((side) => (
            <tr key={side}>
              <th scope="row">{messages(`profile.${side}`)}</th>
              {audiogram[side].map(({ frequencyHz, thresholdDbHl }) => (
                <td key={frequencyHz}>{thresholdDbHl.toFixed(0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};

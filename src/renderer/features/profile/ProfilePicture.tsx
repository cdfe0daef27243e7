import type { HearingProfile } from '../../../contract/hearing-profile';
import { useMessages } from '../../app/use-messages';
import { NumbersTable } from './NumbersTable';
import { Ribbon } from './Ribbon';
import { thresholdAt } from './ribbon-shape';
import styles from './ProfilePage.module.css';

/** The ribbon with its scale, its key and, one click deeper, its numbers. */
export const ProfilePicture = ({ profile }: { readonly profile: HearingProfile }) => {
  const messages = useMessages();
  const { audiogram } = profile;
  const decibels = (frequencyHz: number): string =>
    thresholdAt(audiogram.right, frequencyHz).toFixed(0);
  return (
    <figure className={styles['figure']}>
      <Ribbon
        audiogram={audiogram}
        description={messages('profile.ribbon', { mid: decibels(1000), high: decibels(8000) })}
      />
      <div className={styles['pitch']}>
        <span>{messages('profile.low')}</span>
        <span>{messages('profile.high')}</span>
      </div>
      <figcaption className={styles['caption']}>
        <ul className={styles['legend']}>
          {(['right', 'left', 'reference'] as const).map((entry) => (
            <li key={entry}>
              <span className={styles[entry]} aria-hidden="true" />
              {messages(`profile.${entry}`)}
            </li>
          ))}
        </ul>
        <p>{messages('profile.width')}</p>
      </figcaption>
      <NumbersTable audiogram={audiogram} />
    </figure>
  );
};

import { useMemo } from 'react';
import { thresholdAt } from '../../../hearing/audiogram';
import type { HearingTest } from '../../../hearing/hearing-test';
import { readingsOf } from '../../../hearing/readings';
import { useMessages } from '../../app/use-messages';
import { Ribbon } from './Ribbon';
import styles from './ProfilePage.module.css';

/** The ribbon with its scale and its key. */
export const ProfilePicture = ({ test }: { readonly test: HearingTest }) => {
  const messages = useMessages();
  const audiogram = useMemo(() => readingsOf(test.ears), [test.ears]);
  const decibels = (side: 'right' | 'left', frequencyHz: number): string =>
    thresholdAt(audiogram[side], frequencyHz).toFixed(0);
  const isEstimate = test.source === 'age';
  return (
    <figure className={styles['figure']}>
      <Ribbon
        audiogram={audiogram}
        description={
          isEstimate
            ? messages('profile.ribbon', {
                mid: decibels('right', 1000),
                high: decibels('right', 8000),
              })
            : messages('profile.ribbonMeasured', {
                rightMid: decibels('right', 1000),
                rightHigh: decibels('right', 8000),
                leftMid: decibels('left', 1000),
                leftHigh: decibels('left', 8000),
              })
        }
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
        <p>{messages(isEstimate ? 'profile.width' : 'profile.widthMeasured')}</p>
      </figcaption>
    </figure>
  );
};

import type { HearingTest } from '../../../hearing/hearing-test';
import { meaningOf } from '../../../hearing/meaning';
import { summarise } from '../../../hearing/summary';
import { useMessages } from '../../app/use-messages';
import styles from './Audiogram.module.css';

/** What a test means for listening, in plain words. */
export const MeaningWords = ({ test }: { readonly test: HearingTest }) => {
  const messages = useMessages();
  const meaning = meaningOf(test);
  const { advice } = summarise(test);
  return (
    <section className={styles['meaning']} aria-labelledby="meaning">
      <h2 id="meaning">{messages('meaning.title')}</h2>
      {test.source === 'age' && <p className="quiet">{messages('meaning.typical')}</p>}
      {meaning.type === 'sounds' ? (
        <ul className={`lined ${styles['sounds']}`}>
          {meaning.sounds.map(({ sound, loudness }) => (
            <li key={sound}>{messages(`meaning.${sound}.${loudness}`)}</li>
          ))}
        </ul>
      ) : (
        <ul className={`lined ${styles['sounds']}`}>
          <li>{messages(`meaning.${meaning.shape}`)}</li>
          <li>{messages('meaning.shapeOnly')}</li>
        </ul>
      )}
      {advice.map((each) => (
        <p key={each} className={styles['advice']}>
          {messages(`meaning.${each}`)}
        </p>
      ))}
      <p className="quiet">{messages('meaning.noClaim')}</p>
    </section>
  );
};

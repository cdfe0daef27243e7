import { useMessages } from '../../app/use-messages';
import { SavePage } from './SavePage';
import styles from './Recovery.module.css';

/** The other kind of kit: a page to print. */
export const PaperKit = ({ isRemote }: { readonly isRemote: boolean }) => {
  const messages = useMessages();
  return (
    <section className={styles['other']} aria-labelledby="paper-kit">
      <div>
        <h2 id="paper-kit" className={styles['name']}>
          {messages('kit.paperTitle')}
        </h2>
        <p className="quiet">{messages('kit.paper')}</p>
      </div>
      <SavePage isRemote={isRemote} />
    </section>
  );
};

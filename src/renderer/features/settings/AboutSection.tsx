import type { Snapshot } from '../../../contract/ipc/snapshot';
import { copyReport, openLink } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Row, Section } from './Section';
import styles from './Settings.module.css';

/** A report for support, versions, and where all this comes from. */
export const AboutSection = ({ versions }: Pick<Snapshot, 'versions'>) => {
  const messages = useMessages();
  const { app, electron, chromium } = versions;
  return (
    <Section title={messages('settings.help')}>
      <Row hint={messages('settings.reportHint')}>
        <Button does={copyReport}>{messages('settings.report')}</Button>
      </Row>
      <div className={styles['row']}>
        <div className={styles['words']}>
          <p className={styles['name']}>{messages('settings.version', { app })}</p>
          <p className={styles['hint']}>{messages('settings.runtime', { electron, chromium })}</p>
          <p className={styles['hint']}>{messages('settings.notAffiliated')}</p>
          <div className={styles['links']}>
            <Button variant="quiet" onPress={() => openLink('guide')}>
              {messages('settings.linkGuide')}
            </Button>
            <Button variant="quiet" onPress={() => openLink('iso7029')}>
              {messages('settings.linkNorm')}
            </Button>
          </div>
        </div>
      </div>
    </Section>
  );
};

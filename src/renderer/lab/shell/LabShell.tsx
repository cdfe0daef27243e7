import { Suspense, useEffect, useState } from 'react';
import { ErrorBoundary } from '../../app/ErrorBoundary';
import { LiveRegion } from '../../app/LiveRegion';
import { usePageEvents } from '../../app/use-page-events';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { useLab } from '../stores/lab-store';
import { goToView, useLabUi } from '../stores/lab-ui-store';
import { useLabMessages } from './use-lab-messages';
import { cancelRunning } from './cancel-running';
import { showListener } from './show-listener';
import { Help } from './Help';
import { OutcomeStrip } from './OutcomeStrip';
import { Rail } from './Rail';
import { shortcutOf } from './shortcuts';
import { StatusBar } from './StatusBar';
import { VIEWS } from './views';
import styles from './Shell.module.css';

const useShortcuts = (openHelp: () => void): void =>
  usePageEvents({
    keydown: (event) => {
      const shortcut = shortcutOf(event);
      if (shortcut === null) return;
      // A dialog is a question to be answered first.
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return;
      event.preventDefault();
      if (shortcut.type === 'help') openHelp();
      else if (shortcut.type === 'listener') showListener();
      else if (shortcut.type === 'cancel') cancelRunning();
      else goToView(shortcut.view);
    },
  });

/** In place of a view that threw; the rail and the status bar stay. */
const Crashed = () => {
  const messages = useLabMessages();
  return (
    <Notice name="crashed" tone="danger" isLive text={messages('lab.crashed')}>
      <Button onPress={() => window.location.reload()}>{messages('crashed.reload')}</Button>
    </Notice>
  );
};

/** The Lab's window: the rail, one view, and what is so now. */
export const LabShell = () => {
  const messages = useLabMessages();
  const snapshot = useLab((state) => state.snapshot);
  const view = useLabUi((ui) => ui.view);
  const [isHelpOpen, setHelpOpen] = useState(false);
  useShortcuts(() => setHelpOpen(true));
  useEffect(() => {
    document.title = messages('lab.title');
  }, [messages]);
  useEffect(() => {
    // Fetched ahead of the first visit, after the first picture.
    const idle = requestIdleCallback(() => {
      for (const each of Object.values(VIEWS)) void each.preload();
    });
    return () => cancelIdleCallback(idle);
  }, []);
  if (snapshot === null) return null;
  const View = VIEWS[view].Screen;
  return (
    <div className={styles['shell']}>
      <Rail view={view} />
      <main className={styles['main']}>
        <ErrorBoundary key={view} fallback={<Crashed />}>
          <Suspense fallback={<p className={styles['waiting']}>{messages('lab.loading')}</p>}>
            <View />
          </Suspense>
        </ErrorBoundary>
        <OutcomeStrip />
      </main>
      <StatusBar snapshot={snapshot} help={<Help isOpen={isHelpOpen} onChange={setHelpOpen} />} />
      <LiveRegion />
    </div>
  );
};

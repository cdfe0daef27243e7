import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { applyAppearance } from './app/apply-appearance';
import { companion } from './bridge/companion';
import { connectSnapshot } from './bridge/connect-snapshot';
import { showSnapshot } from './stores/snapshot-store';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const app = createRoot(root);
connectSnapshot(companion.app, (snapshot) => {
  applyAppearance(snapshot);
  showSnapshot(snapshot);
});
// While main asks the keyring, not after it: what React needs is compiled, and kept compiled, by the time of the answer.
flushSync(() => app.render(<App />));

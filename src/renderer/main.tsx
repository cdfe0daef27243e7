import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { applyAppearance } from './app/apply-appearance';
import { companion } from './bridge/companion';
import { connectSnapshot } from './bridge/connect-snapshot';
import { showSnapshot } from './stores/snapshot-store';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

connectSnapshot(companion.app, (snapshot) => {
  applyAppearance(snapshot);
  showSnapshot(snapshot);
});
createRoot(root).render(<App />);

import { createRoot, type Root } from 'react-dom/client';
import { App } from './app/App';
import { applyAppearance } from './app/apply-appearance';
import { companion } from './bridge/companion';
import { connectSnapshot } from './bridge/connect-snapshot';
import { showSnapshot } from './stores/snapshot-store';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// The first screen is drawn once: until main has spoken, the page's own skeleton stands.
let app: Root | null = null;
connectSnapshot(companion.app, (snapshot) => {
  applyAppearance(snapshot);
  showSnapshot(snapshot);
  if (app) return;
  app = createRoot(root);
  app.render(<App />);
});

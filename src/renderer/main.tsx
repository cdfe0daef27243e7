import { createRoot, type Root } from 'react-dom/client';
import { App } from './app/App';
import { applyAppearance } from './app/apply-appearance';
import { companion } from './bridge/companion';
import { connectSnapshot } from './bridge/connect-snapshot';
import { showSnapshot } from './stores/snapshot-store';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

/** Milliseconds after which a page that main has told nothing says that it is opening; mostly it is open by then. */
const PATIENCE_MS = 100;

// The first screen is drawn once.
let app: Root | null = null;
const draw = (): void => {
  if (app) return;
  app = createRoot(root);
  app.render(<App />);
};
connectSnapshot(companion.app, (snapshot) => {
  applyAppearance(snapshot);
  showSnapshot(snapshot);
  draw();
});
setTimeout(draw, PATIENCE_MS);

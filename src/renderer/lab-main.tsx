import { createRoot, type Root } from 'react-dom/client';
import { applyAppearance } from './app/apply-appearance';
import { connectSnapshot } from './bridge/connect-snapshot';
import { LabShell } from './lab/shell/LabShell';
import { lab } from './lab/shell/lab-api';
import { connectIds } from './lab/stores/ids-store';
import { showLab } from './lab/stores/lab-store';

const root = document.getElementById('root');
if (root === null) throw new Error('lab.html has no #root');

connectIds(lab.labIds);

let shell: Root | null = null;
connectSnapshot(lab.lab, (snapshot) => {
  applyAppearance({ preferences: { theme: snapshot.theme }, language: snapshot.language });
  showLab(snapshot);
  if (shell) return;
  shell = createRoot(root);
  shell.render(<LabShell />);
});

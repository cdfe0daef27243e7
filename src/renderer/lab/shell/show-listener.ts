import { runLab } from '../stores/lab-ui-store';
import { lab } from './lab-api';

/** Brings the listener's window to the front. */
export const showListener = (): void => void runLab('showListener', lab.lab.showListener);

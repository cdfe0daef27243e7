import { action } from '../../app/action';
import { lab } from './lab-api';

/** Brings the listener's window to the front. */
export const showListener = action('showListener', lab.lab.showListener);

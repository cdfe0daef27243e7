/** Loads the sound of the hearing test; no other screen needs it. */
export const loadTestAudio = () => import('./test-audio');

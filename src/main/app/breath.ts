/** Milliseconds in which a question of the page's goes by way of main to the GPU process and back. */
const ONE_BREATH_MS = 2;

/** Lets Electron do what has come up meanwhile: while main works, its page waits for files and for the GPU process. */
export const breath = (): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ONE_BREATH_MS));

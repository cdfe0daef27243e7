/** Runs operations, of which one at a time can be cancelled: the last one begun. */
export const createCancellable = () => {
  let running: AbortController | null = null;
  return {
    run: async <T>(operation: (signal: AbortSignal) => Promise<T>): Promise<T> => {
      const controller = new AbortController();
      running = controller;
      try {
        return await operation(controller.signal);
      } finally {
        if (running === controller) running = null;
      }
    },
    cancel: (): void => running?.abort(),
  };
};

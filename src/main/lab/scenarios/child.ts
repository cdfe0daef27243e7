import { AppError, toAppError } from '../../../contract/errors';
import type {
  AskMessage,
  ChildMessage,
  Look,
  Memory,
  ScratchService,
  StartOrder,
} from './protocol';
import type { Pause } from './scratch-app';

/** A utility process of Electron's and a child of Node's: messages go by different ways, that is all. */
const { parentPort } = process as { parentPort?: Electron.ParentPort };
const tell = (message: ChildMessage): void => {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
};

/** A process is nobody yet: it becomes the service or the app with the first question. */
let running: object = {};

const pauseAt =
  (chosen: string | null): Pause =>
  async (step) => {
    if (step !== chosen) return;
    tell({ type: 'paused', step });
    await new Promise(() => undefined);
  };

/** Loaded while nobody asks yet. */
const loading = import('./scratch-app');

/** What every process answers. */
const own = {
  /** Becomes the app; answers once it has come to rest. */
  async start(order: StartOrder): Promise<Look> {
    const { startScratchApp } = await loading;
    const app = await startScratchApp(order, pauseAt(order.pauseAt));
    running = app;
    return app.look();
  },
  /** Becomes the service, with its storage in `folder`. */
  async serve({ folder }: { readonly folder: string }): Promise<ScratchService> {
    const { startScratchService } = await import('./scratch-service');
    const { service, answers } = await startScratchService(folder);
    running = answers;
    return service;
  },
  memory(): Memory {
    const { heapUsed, rss } = process.memoryUsage();
    return { heapBytes: heapUsed, residentBytes: rss };
  },
};
export type OwnAnswers = typeof own;

const answer = async ({ name, input }: AskMessage): Promise<unknown> => {
  const all: Readonly<Record<string, ((input: unknown) => unknown) | undefined>> = {
    ...running,
    ...(own as object),
  };
  const answerer = all[name];
  if (!answerer) throw new AppError('ipc/internal');
  return answerer(input);
};

const onMessage = (message: AskMessage): void => {
  const { seq } = message;
  answer(message).then(
    (value) => tell({ type: 'answer', seq, value }),
    (thrown: unknown) => tell({ type: 'refused', seq, code: toAppError(thrown).code }),
  );
};

parentPort?.on('message', ({ data }) => onMessage(data as AskMessage));
process.on('message', (message) => onMessage(message as AskMessage));
// Without whoever asks there is nothing to be here for.
process.on('disconnect', () => process.exit(0));
// Whatever is written here is the tester's alone.
process.umask(0o077);

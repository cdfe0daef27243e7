import { AppError, toAppError } from '../../../contract/errors';
import type { AskMessage, Asks, ChildMessage, InputOf, StartOrder } from './protocol';
import type { Pause } from './scratch-app';

/** Answers one kind of question. */
type Answerers = {
  readonly [N in keyof Asks]: (
    input: InputOf<N>,
  ) => ReturnType<Asks[N]> | Promise<ReturnType<Asks[N]>>;
};

/** A utility process of Electron's and a child of Node's: messages go by different ways, that is all. */
const { parentPort } = process as { parentPort?: Electron.ParentPort };
const tell = (message: ChildMessage): void => {
  if (parentPort) parentPort.postMessage(message);
  else process.send?.(message);
};

/** A process is nobody yet: it becomes the service or the app with the first question. */
let running: Partial<Answerers> = {};

const pauseAt =
  (chosen: string | null): Pause =>
  async (step) => {
    if (step !== chosen) return;
    tell({ type: 'paused', step });
    await new Promise(() => undefined);
  };

/** Loaded while nobody asks yet. */
const loading = import('./scratch-app');

const start = async (order: StartOrder) => {
  const { startScratchApp } = await loading;
  const app = await startScratchApp(order, pauseAt(order.pauseAt));
  running = app;
  return app.look();
};

const serve = async ({ folder }: InputOf<'serve'>) => {
  const { startScratchService } = await import('./scratch-service');
  const served = await startScratchService(folder);
  running = served;
  return served.service;
};

const memory = () => {
  const { heapUsed, rss } = process.memoryUsage();
  return { heapBytes: heapUsed, residentBytes: rss };
};

const answer = async ({ name, input }: AskMessage): Promise<unknown> => {
  const all: Partial<Answerers> = { ...running, start, serve, memory };
  const answerer = all[name] as ((input: unknown) => unknown) | undefined;
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

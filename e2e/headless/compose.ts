import { nodeFiles, type ServiceFiles } from '../../src/backend/storage/files';
import { createEmbeddedService } from '../../src/main/app/embedded-service';
import {
  composeScratch,
  type Scratch,
  type ScratchDeps,
} from '../../src/main/lab/scenarios/compose-scratch';
import type { RecordsRead } from '../../src/main/mimi-core/ports';
import type { Order } from './protocol';

/** Where a run can be stopped: called at every named step, returns only if it goes on. */
export type Step = (name: string) => void;

export interface Headless extends Scratch {
  /** What the app read from the secret store first. */
  firstRead(): RecordsRead | null;
}

/** The service's file operations with a step before each. */
const stepped = (step: Step): ServiceFiles => {
  const operations = Object.entries(nodeFiles as unknown as Record<string, Operation>);
  return Object.fromEntries(
    operations.map(([name, operation]): [string, Operation] => [
      name,
      (...paths) => {
        step(`service/${name}`);
        return operation(...paths);
      },
    ]),
  ) as unknown as ServiceFiles;
};

type Operation = (...paths: string[]) => unknown;

/** The embedded service with a step before and after each request: a kill after it is a lost reply. */
const steppedService =
  (step: Step): typeof createEmbeddedService =>
  (deps) => {
    const service = createEmbeddedService({ ...deps, files: stepped(step) });
    return {
      ...service,
      fetch: async (request) => {
        const name = `${request.method} ${new URL(request.url).pathname}`;
        step(`${name}/before`);
        const response = await service.fetch(request);
        step(`${name}/after`);
        return response;
      },
    };
  };

/** The app on scratch data, as the lab's scenarios compose it, with a step at everything that must survive a kill. */
export const compose = async (
  order: Pick<Order, 'folder' | 'keyring' | 'ahead'>,
  step: Step,
  instead: ScratchDeps = {},
): Promise<Headless> => {
  let first: RecordsRead | null = null;
  const scratch = await composeScratch(order, {
    embeddedService: steppedService(step),
    step: async (name) => step(name),
    over: (store) => ({
      ...store,
      read: async () => {
        const read = await store.read();
        first ??= read;
        return read;
      },
    }),
    ...instead,
  });
  return { ...scratch, firstRead: () => first };
};

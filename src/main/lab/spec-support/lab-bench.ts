import { randomBytes, randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { systemClock } from '../../app/system-clock';
import { setUpHandlers, type HandlersBench } from '../../handlers/spec-support/handlers-bench';
import type { ServiceFetch } from '../../mimi-core/ports';
import { createLab, type LabDeps } from '../create-lab';
import { createLabIdsHandlers } from '../handlers/ids-handlers';
import { createLabNetwork } from '../network/lab-network';
import type { RevealedId } from '../reveal/reveal-page';

/** An id of the exact form that no service knows. */
export const anId = (): string => randomUUID();

/** The Lab over the app's core on a real disk, without windows. */
export const startLab = async (bench: HandlersBench = setUpHandlers()) => {
  let wrap = (fetch: ServiceFetch): ServiceFetch => fetch;
  bench.wrap = (fetch) => (request) => wrap(fetch)(request);
  const run = await bench.run();
  const { companion, desktop, clipboardKey } = run;
  const { journal } = companion;
  const network = createLabNetwork({
    clock: systemClock,
    random: Math.random,
    randomUUID,
    journal: journal.append,
  });
  wrap = network.wrap;
  const events: [channel: string, payload: unknown][] = [];
  const revealed: RevealedId[] = [];
  const deps: LabDeps = {
    companion,
    network,
    config: { product: { id: 'mimi-companion', name: 'Mimi Companion' } },
    isServiceFixed: false,
    desktop,
    clipboardKey,
    clock: systemClock,
    randomUUID,
    randomBytes,
    publish: (area, name, payload) => void events.push([`${area}:${name}`, payload]),
    reveal: async (id) => void revealed.push(id),
    networkFetch: () => Promise.reject(new TypeError('no network')),
    showListener: () => undefined,
    startAnew: () => undefined,
    configFolder: bench.folder,
  };
  const lab = createLab(deps);
  onTestFinished(() => lab.dispose());
  await lab.ready;
  const ids = createLabIdsHandlers(lab, deps);
  return {
    bench,
    ...run,
    lab,
    deps,
    ids,
    network,
    events,
    revealed,
    /** Pastes a text, as a tester does. */
    paste: async (text: string) => {
      bench.clipboard.text = text;
      return ids.paste();
    },
    /** Labels of the table, in order. */
    labels: () => lab.table.view().map(({ label }) => label),
    keyOf: (label: string) => lab.table.view().find((id) => id.label === label)?.key ?? '',
    /** The id that is logged in, or null. */
    current: () => companion.core.userController.mimiUser.state.value?.anonymousId ?? null,
    /** Makes somebody current. */
    makeUser: async () => {
      await run.handlers.createProfile({ yearOfBirth: 1966 });
      const user = companion.core.userController.mimiUser.state.value;
      if (user === null) throw new Error('nobody was made');
      return user.anonymousId;
    },
    /** Requests made so far, as `METHOD path outcome`. */
    requests: () =>
      journal
        .events()
        .flatMap((each) =>
          each.type === 'session/request' ? [`${each.method} ${each.path} ${each.outcome}`] : [],
        ),
  };
};

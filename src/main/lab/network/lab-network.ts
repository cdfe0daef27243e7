import type { LabFault, NetworkView } from '../../../contract/ipc/lab/network';
import type { FaultPreset } from '../../../contract/lab-words';
import type { Clock, ServiceFetch } from '../../mimi-core/ports';
import type { FaultEngine, FaultEngineDeps } from './fault-engine';

/** What lies between the app and its service: nothing, until the Lab wants a fault. */
export interface LabNetwork {
  /** The app's clock: the computer's, off by what clock jumps say. */
  readonly clock: Clock;
  /** `fetch` behind the faults that are on. */
  wrap(fetch: ServiceFetch): ServiceFetch;
  /** True while any fault is on. */
  isOn(): boolean;
  view(): NetworkView;
  /** Calls `listener` when faults come, go or meet requests; returns its removal. */
  onChanged(listener: () => void): () => void;
  add(fault: LabFault): Promise<void>;
  /** Has the service refuse the next renewal of a session. */
  refuseNextRefresh(): Promise<void>;
  /** Replaces all that are on by those of a preset. */
  usePreset(preset: FaultPreset): Promise<void>;
  remove(id: number): void;
  clear(): void;
}

/** Creates it with every fault off; the faults' code is loaded with the first. */
export const createLabNetwork = (deps: Omit<FaultEngineDeps, 'changed'>): LabNetwork => {
  const { clock } = deps;
  const listeners = new Set<() => void>();
  let engine: FaultEngine | null = null;
  let revision = 0;

  const changed = (): void => {
    revision += 1;
    for (const listener of listeners) listener();
  };

  const load = async (): Promise<FaultEngine> => {
    const { createFaultEngine } = await import('./fault-engine');
    return (engine ??= createFaultEngine({ ...deps, changed }));
  };

  const add = async (fault: LabFault): Promise<void> => (await load()).add(fault);

  return {
    clock: { ...clock, now: () => clock.now() + (engine?.skewMs() ?? 0) },
    wrap: (fetch) => (request) => (engine?.isOn() ? engine.send(request, fetch) : fetch(request)),
    isOn: () => engine?.isOn() ?? false,
    view: () => ({ revision, faults: engine?.faults() ?? [] }),
    onChanged(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    add,
    refuseNextRefresh: () =>
      add({ kind: 'refresh-refused', call: 'refresh', once: true, share: 100 }),
    async usePreset(preset) {
      const [faults, { PRESETS }] = await Promise.all([load(), import('./presets')]);
      faults.clear();
      for (const fault of PRESETS[preset]) faults.add(fault);
    },
    remove: (id) => engine?.remove(id),
    clear: () => engine?.clear(),
  };
};

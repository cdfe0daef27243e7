import type { HttpBindings } from '@hono/node-server';
import type { FaultCall, FaultKind } from '../../contract/fault-vocabulary';
import type { BackendEnv } from '../environment';

/** Types of Hono's context in a sandbox. */
export interface SandboxEnv {
  Bindings: BackendEnv['Bindings'] & HttpBindings;
  Variables: BackendEnv['Variables'] & {
    /** Which call of the service the request is. */
    call: FaultCall | null;
    /** Faults the request met. */
    faults: FaultKind[];
  };
}

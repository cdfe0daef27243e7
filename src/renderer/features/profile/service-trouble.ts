import type { WireError } from '../../../contract/errors';
import type { Snapshot } from '../../../contract/ipc/snapshot';

/** What stands in the way of the service, if anything; the session's own failure says it most exactly. */
export const troubleOf = ({ session, profile, service }: Snapshot): WireError | null => {
  if (session.status === 'active' && session.loading.status === 'failure') {
    const { code, retryAfterMs } = session.loading;
    return retryAfterMs === undefined ? { code } : { code, retryAfterMs };
  }
  if (profile.status === 'unavailable') return { code: profile.code };
  return service.trouble === null ? null : { code: service.trouble };
};

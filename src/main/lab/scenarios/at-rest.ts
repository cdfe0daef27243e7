import type { Companion } from '../../app/create-companion';

const LIMIT_MS = 8_000;
const LOOK_EVERY_MS = 2;

/** An app to wait for. */
interface Running {
  readonly companion: Pick<Companion, 'core' | 'snapshot'>;
  /** True while a file is being written that is not in its place yet. */
  isWriting(): boolean;
}

const nextLook = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));

/** Waits until `reason` has nothing more to name; answers what it still named after 8 s. */
const until = async (reason: () => string | null): Promise<string | null> => {
  const limit = performance.now() + LIMIT_MS;
  for (;;) {
    const named = reason();
    if (named === null || performance.now() > limit) return named;
    await nextLook();
  }
};

/** Waits until a person could use the app. */
export const whenUsable = ({ companion }: Running): Promise<string | null> =>
  until(() => (companion.snapshot().session.status === 'restoring' ? 'still restoring' : null));

/** What is still under way, by name; null when nothing is. */
const underWay = (running: Running): string | null => {
  const { companion } = running;
  const { session, profile, service } = companion.snapshot();
  if (session.status === 'restoring') return 'still restoring';
  if (session.status === 'blocked') return null;
  if (session.loading.status === 'in-progress') return 'still loading';
  const { hasPending, outbox } = companion.core.inspect();
  if (hasPending) return 'a creation is pending';
  if (outbox.length > 0) return `waiting: ${outbox.join()}`;
  const isStored = profile.status === 'ready' && profile.source === 'stored';
  if (profile.status === 'loading' || (isStored && service.trouble === null)) return 'profile';
  return running.isWriting() ? 'a file is being written' : null;
};

/** Waits until nothing is under way any more: no creation, no unconfirmed year, no waiting revocation. */
export const whenAtRest = (running: Running): Promise<string | null> =>
  until(() => underWay(running));

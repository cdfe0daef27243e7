import type { HearingTest } from '../../hearing/hearing-test';
import { createObservable, type MimiObservable } from './observable';
import type { Session } from './session';

/** What the service has not confirmed about one user's hearing tests; durable in the outbox. */
export type QueuedTest = { readonly entryId: string } & (
  | { readonly type: 'hearing-test'; readonly test: HearingTest }
  | { readonly type: 'delete-hearing-test'; readonly testId: string }
);

/** The changes queued as the current user, oldest first; none while nobody is logged in. */
export interface QueuedTests {
  readonly userId: string | null;
  readonly entries: readonly QueuedTest[];
}

const read = ({ user, own }: Session): QueuedTests => {
  const userId = user?.userId ?? null;
  const entries = own.outbox.flatMap((entry): QueuedTest[] => {
    const isTest = entry.type === 'hearing-test' || entry.type === 'delete-hearing-test';
    return isTest && entry.userId === userId ? [entry] : [];
  });
  return { userId, entries };
};

/** An entry never changes: its id stands for it. */
const keyOf = ({ userId, entries }: QueuedTests): string =>
  [userId, ...entries.map(({ entryId }) => entryId)].join();

/** Tells of the queue; `follow` is called after every change of the session. */
export const createQueuedTests = (
  session: Session,
): { readonly observable: MimiObservable<QueuedTests>; readonly follow: () => void } => {
  const observable = createObservable(read(session));
  return {
    observable,
    follow: () => {
      const next = read(session);
      if (keyOf(next) !== keyOf(observable.state)) observable.publish(next);
    },
  };
};

import type { TimelinePage } from '../../../contract/ipc/lab/timeline';
import { TIMELINE_PAGE } from '../../../contract/lab-words';
import type { Journal } from '../../journal/journal';
import type { Clock } from '../../mimi-core/ports';
import { rowOf } from './timeline-row';

/** Milliseconds in which events are gathered before they are told. */
const GATHER_MS = 100;

interface TimelineDeps {
  readonly journal: Pick<Journal, 'page' | 'subscribe'>;
  readonly clock: Pick<Clock, 'after'>;
  /** Is told what came, at most ten times a second; of more than a page only the newest. */
  readonly appended: (page: TimelinePage) => void;
}

/** The journal as rows. */
export interface Timeline {
  /** Up to a page of events from number `from` on, or from the oldest kept. */
  page(from: number): TimelinePage;
  /** Stops following. */
  dispose(): void;
}

/** Follows a journal: what was gathered is read from it once, however much it was. */
export const createTimeline = ({ journal, clock, appended }: TimelineDeps): Timeline => {
  const page = (from: number): TimelinePage => {
    const { entries, first, next } = journal.page(from, TIMELINE_PAGE);
    return { rows: entries.map(rowOf), first, next };
  };

  let told = journal.page(Infinity, 0).next;
  let stopGathering: (() => void) | null = null;
  const tell = (): void => {
    stopGathering = null;
    const { next } = journal.page(Infinity, 0);
    appended(page(Math.max(told, next - TIMELINE_PAGE)));
    told = next;
  };
  const stopFollowing = journal.subscribe(() => {
    stopGathering ??= clock.after(GATHER_MS, tell);
  });

  return {
    page,
    dispose() {
      stopFollowing();
      stopGathering?.();
    },
  };
};

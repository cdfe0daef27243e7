import type { ErrorCode } from '../../../contract/errors';
import type { OwnAnswers } from './child';
import type { AppAnswers } from './scratch-app';
import type { ServiceAnswers } from './scratch-service';

/** A scratch service on loopback, and the clients that may use it. */
export interface ScratchService {
  readonly url: string;
  readonly clientSecret: string;
}

/** One start of the app on scratch data. */
export interface StartOrder {
  /** The app's data folder. */
  readonly folder: string;
  /** The stand-in for the system's keyring: a file outside the data folder. */
  readonly keyring: string;
  readonly product: string;
  readonly service: ScratchService;
  /** The service cannot be reached during this run. */
  readonly isOffline: boolean;
  /** Milliseconds by which this run's clock is ahead: more than an access token's life makes the app renew it. */
  readonly ahead: number;
  /** The step before which this run stands still, to be killed there; null: none. */
  readonly pauseAt: string | null;
}

/** What observers of the user were told: whose id (null: nobody's) beside which loading state. */
export interface Seen {
  readonly id: string | null;
  readonly loading: 'InProgress' | 'Done' | 'Failure';
}

/** How the app stands. Ids are those of scratch users; they go nowhere but to the process that asked. */
export interface Look {
  readonly session: 'restoring' | 'blocked' | 'signed-out' | 'active';
  /** Why the last session ended, or why storage cannot be read. */
  readonly reason: string | null;
  /** The user logged in. */
  readonly id: string | null;
  readonly userId: string | null;
  readonly yearOfBirth: number | null;
  /** The profile offered while nobody is logged in. */
  readonly offered: string | null;
  /** Every id on disk: current, kept and pending; empty while storage cannot be read. */
  readonly stored: readonly string[];
  /** Everything observers were told since the start. */
  readonly seen: readonly Seen[];
  /** Requests sent since the start. */
  readonly requests: number;
}

/** How logging in by an id ended, in the guide's words. */
export interface LoginAnswer {
  readonly type: 'Success' | 'Failure' | 'Skipped' | 'Cancelled';
  readonly code: ErrorCode | null;
  /** Milliseconds it took. */
  readonly ms: number;
}

/** Memory of a process in bytes. */
export interface Memory {
  readonly heapBytes: number;
  readonly residentBytes: number;
}

/** Everything a scratch process can be asked, by name; what each is for is said where it is answered. */
type Asks = OwnAnswers & ServiceAnswers & AppAnswers;

export type AskName = keyof Asks;
export type InputOf<N extends AskName> = Parameters<Asks[N]> extends [infer I] ? I : null;
export type AnswerOf<N extends AskName> = Awaited<ReturnType<Asks[N]>>;

/** What goes to a scratch process. */
export interface AskMessage {
  readonly seq: number;
  readonly name: AskName;
  readonly input: unknown;
}

/** What comes back: the answer to one message, or the news that it stands still and may be killed. */
export type ChildMessage =
  | { readonly type: 'answer'; readonly seq: number; readonly value: unknown }
  | { readonly type: 'refused'; readonly seq: number; readonly code: ErrorCode }
  | { readonly type: 'paused'; readonly step: string };

/** The client each product uses; the service knows both. */
export const CLIENTS = ['product-one', 'product-two'] as const;

/** A start of the first product, with nothing in its way. */
export const PLAIN_START = {
  product: CLIENTS[0],
  isOffline: false,
  ahead: 0,
  pauseAt: null,
} as const satisfies Partial<StartOrder>;

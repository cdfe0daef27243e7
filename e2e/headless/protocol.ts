import { createHash } from 'node:crypto';

/** What a person does in one run. `rest`: nothing, the app starts and comes to rest. */
export const FLOWS = [
  'creation',
  'second creation',
  'login',
  'switch',
  'refresh',
  'logout',
  'deletion',
  'removal',
  'hearing test',
  'test deletion',
  'restoring',
  'rest',
] as const;
export type Flow = (typeof FLOWS)[number];

/** What a run is told on its command line. Nothing in it is secret. */
export interface Order {
  /** The app's data folder. */
  readonly folder: string;
  /** The stand-in for the system's keyring: a 0600 file outside the data folder. */
  readonly keyring: string;
  /** Milliseconds by which this run's clock is ahead. */
  readonly ahead: number;
  readonly flows: readonly Flow[];
  /** Number of the named step at which the run kills itself; null: never. */
  readonly killAt: number | null;
}

/** An id as it may be told: nobody can get the id back from it. */
export const fingerprint = (id: string): string =>
  createHash('sha256').update(id).digest('hex').slice(0, 16);

/** One line of a run's output: what had happened by then, for certain. Ids are fingerprints. */
export type Fact =
  | { readonly fact: 'asked' | 'answered'; readonly flow: Flow }
  | { readonly fact: 'failed'; readonly flow: Flow; readonly code: string }
  | { readonly fact: 'published'; readonly id: string | null }
  | { readonly fact: 'step'; readonly name: string }
  | { readonly fact: 'at rest' };

/** How an attempt to use something ended: `ok`, or an error code. */
type Outcome = string;

/** What a checkup found: the next start on a folder, and what a person could do then. */
export interface Findings {
  /** Milliseconds from composing the app until its first screen could be used. */
  readonly usableMs: number;
  readonly status: 'restoring' | 'blocked' | 'signed-out' | 'active';
  /** Why blocked, or why signed out. */
  readonly reason: string | null;
  /** Ids in the records as first read: current, kept and pending. */
  readonly found: readonly string[];
  /** The user shown, or offered while nobody is logged in. */
  readonly shown: string | null;
  readonly yearOfBirth: number | null;
  /** Hearing tests the app shows, and those on the service; null when nobody is logged in to ask. */
  readonly shownTests: number;
  readonly storedTests: number | null;
  /** What never came to rest, if anything. */
  readonly unrest: string | null;
  /** Reading the user shown again, or continuing with the profile offered. */
  readonly use: Outcome;
  /** Making a profile while storage is blocked; null when it is not. */
  readonly creationWhileBlocked: Outcome | null;
  /** Logging in each other id that is kept on this computer. */
  readonly logins: Readonly<Record<string, Outcome>>;
  /** Ids in the records at the end: current and kept. */
  readonly kept: readonly string[];
  /** Users in the database and tombstones of deleted ones; null when it cannot be read. */
  readonly users: number | null;
  readonly tombstones: number | null;
  /** Changing a preference. */
  readonly preferencesUse: Outcome;
  readonly preferencesReset: boolean;
  readonly theme: string;
  readonly notices: readonly string[];
}

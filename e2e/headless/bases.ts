import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOURS_AHEAD_MS, type Lab, type Run } from './lab';
import type { Flow } from './protocol';

/** A data folder a flow begins on, and whose ids are on it. */
export interface Base {
  /** Not there yet on a first start. */
  readonly folder: string;
  /** Fingerprints of current, then kept users. */
  readonly ids: readonly string[];
  /** How often the person decided to make a profile. */
  readonly decisions: number;
  /** Hearing tests of the current user. */
  readonly tests: number;
}

export interface Bases {
  readonly empty: Base;
  /** A is current. */
  readonly one: Base;
  /** A is current and has two hearing tests. */
  readonly tested: Base;
  /** A is signed out. */
  readonly signedOut: Base;
  /** A is current, B is kept. */
  readonly two: Base;
  /** A creation was cut off after the service had registered its id. */
  readonly begun: Base;
}

/** Which base each flow begins on. */
export const BASE_OF = {
  creation: 'empty',
  'second creation': 'one',
  login: 'signedOut',
  switch: 'two',
  refresh: 'one',
  logout: 'one',
  deletion: 'two',
  removal: 'two',
  'hearing test': 'tested',
  'test deletion': 'tested',
  restoring: 'one',
  rest: 'begun',
} as const satisfies Record<Flow, keyof Bases>;

/** How far a flow's clock is ahead, in milliseconds: a refresh needs an access token that has ended. */
export const aheadOf = (flow: Flow): number => (flow === 'refresh' ? HOURS_AHEAD_MS : 0);

const publishedIn = ({ facts }: Run): string[] => [
  ...new Set(facts.flatMap((each) => (each.fact === 'published' && each.id ? [each.id] : []))),
];

const REGISTERED = 'POST /v1/anonymous-users/after';

/** Makes the folders the flows begin on, by using the app. */
export const makeBases = async (lab: Lab): Promise<Bases> => {
  const make = async (flows: readonly Flow[], killAt: number | null = null): Promise<Base> => {
    const folder = lab.newFolder();
    const run = await lab.run({ folder, flows, killAt });
    const failed = run.facts.find((each) => each.fact === 'failed');
    if (run.trouble !== '' || failed) throw new Error(`base: ${run.trouble}${failed?.code ?? ''}`);
    writeFileSync(join(folder, 'settings.json'), '{"theme":"dark"}', { mode: 0o600 });
    const tests = flows.filter((flow) => flow === 'hearing test').length;
    return { folder, ids: publishedIn(run), decisions: flows.filter(isCreation).length, tests };
  };
  const dry = await lab.run({ folder: lab.newFolder(), flows: ['creation'] });
  const names = dry.facts.flatMap((each) => (each.fact === 'step' ? [each.name] : []));
  return {
    empty: { folder: lab.newFolder(), ids: [], decisions: 0, tests: 0 },
    one: await make(['creation']),
    tested: await make(['creation', 'hearing test', 'hearing test']),
    signedOut: await make(['creation', 'logout']),
    two: await make(['creation', 'second creation', 'switch']),
    begun: await make(['creation'], names.indexOf(REGISTERED) + 1),
  };
};

const isCreation = (flow: Flow): boolean => flow === 'creation' || flow === 'second creation';

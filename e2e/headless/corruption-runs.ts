import { join } from 'node:path';
import { CORRUPT_FILES, type CorruptFile } from '../../src/main/secrets/spec-support/corrupt-files';
import type { Base } from './bases';
import { contentAt, contentsOf } from './disk';
import { YEAR_OF_BIRTH } from './flows';
import { inLanes, type Lab } from './lab';
import type { Findings } from './protocol';

/** What is hit: a store's main file alone, its copy alone, or both. */
export const TARGETS = {
  'secrets.json': ['secrets.json'],
  'its copy': ['secrets.json.bak'],
  'secrets.json and its copy': ['secrets.json', 'secrets.json.bak'],
  'settings.json': ['settings.json'],
  'service.db': ['service.db'],
  'service.db and its copy': ['service.db', 'service.backup.db'],
} as const satisfies Record<string, readonly string[]>;
export type Target = keyof typeof TARGETS;

export interface CorruptionResult {
  readonly files: number;
  readonly violations: readonly string[];
  /** How often each end came, for a look at what the damage did. */
  readonly ends: ReadonlyMap<string, number>;
}

type Check = readonly [holds: boolean, whatWentWrong: string];

/** Damage that a reader can take for good content: bytes behind the end that nothing reads, one bit of a value. */
const opensAsIs = (target: Target, { notices, preferencesReset, use }: Findings): boolean => {
  if (target === 'settings.json') return !preferencesReset;
  // Of two damaged files one can still be whole: a copy cut where it holds nothing, a field written twice.
  const isWhole = target.endsWith('and its copy') || !notices.some(isRestored);
  return use === 'ok' && isWhole;
};

const isRestored = (notice: string): boolean => notice.includes('restored');

/** What holds whatever is damaged how. */
const always = (base: Base, { kept, ...findings }: Findings): Check[] => [
  [findings.unrest === null, `never at rest: ${findings.unrest}`],
  [findings.users === null || findings.users <= base.decisions, 'a user was created'],
  [kept.every((id) => base.ids.includes(id)), 'an id is there that nobody made'],
  [findings.preferencesUse === 'ok', 'preferences cannot be changed'],
];

const hasBoth = (base: Base, { kept, shown, status }: Findings): Check[] => [
  [status === 'active', `${status} instead of active`],
  [shown === base.ids[0], 'another id is shown'],
  [base.ids.every((id) => kept.includes(id)), 'an id is lost'],
];

const works = (findings: Findings): Check[] => [
  [findings.yearOfBirth === YEAR_OF_BIRTH, 'the year of birth is lost'],
  [findings.use === 'ok', `using it fails: ${findings.use}`],
  [Object.values(findings.logins).every((end) => end === 'ok'), 'a kept id cannot log in'],
];

const byTarget = (target: Target, base: Base, findings: Findings): Check[] => {
  const { status, reason, use, users, creationWhileBlocked } = findings;
  switch (target) {
    case 'secrets.json':
    case 'its copy':
    case 'service.db':
      return [
        ...[...hasBoth(base, findings), ...works(findings)],
        [users === base.decisions, `${users} users`],
      ];
    case 'settings.json':
      return [...hasBoth(base, findings), ...works(findings)];
    case 'secrets.json and its copy':
      return [
        [status === 'blocked' && reason === 'secrets/unreadable', `${status}, ${reason}`],
        [creationWhileBlocked === 'session/storage-blocked', `created: ${creationWhileBlocked}`],
      ];
    case 'service.db and its copy':
      return [
        ...hasBoth(base, findings),
        [use === 'service/data-unreadable', `using it ends with ${use}`],
        [
          Object.values(findings.logins).every((end) => end === 'service/data-unreadable'),
          'a login told something else than that the data is unreadable',
        ],
      ];
    default:
      return target satisfies never;
  }
};

/** Content that opens as it is needs no more than to work; of the rest every byte must still be there. */
const judge = (
  { target, base, lost }: { target: Target; base: Base; lost: readonly string[] },
  findings: Findings,
): string[] => {
  const mayGo = opensAsIs(target, findings);
  const names: readonly string[] = TARGETS[target];
  const mustStay = mayGo && !findings.notices.some(isRestored) ? [] : names.slice(0, mayGo ? 1 : 2);
  const checks = mayGo
    ? [...hasBoth(base, findings), ...works(findings)]
    : byTarget(target, base, findings);
  checks.push(
    ...lost
      .filter((name) => mustStay.includes(name))
      .map((name): Check => [false, `the bytes of ${name} are gone`]),
  );
  return [...always(base, findings), ...checks].filter(([holds]) => !holds).map(([, why]) => why);
};

/** Damages the named files of one store in each way and starts the app on it. */
export const corrupt = async (
  lab: Lab,
  base: Base,
  target: Target,
  kinds: readonly CorruptFile[] = CORRUPT_FILES,
  untilWrong = false,
): Promise<CorruptionResult> => {
  const violations: string[] = [];
  const ends = new Map<string, number>();
  const checkers = [lab.openChecker(), lab.openChecker()];
  await inLanes(kinds, async (kind, lane) => {
    if (untilWrong && violations.length > 0) return;
    const folder = lab.newFolder(base.folder);
    const names: readonly string[] = TARGETS[target];
    for (const name of names) kind.apply(join(folder, name));
    const damaged = names.map((name) => [name, contentAt(join(folder, name))] as const);
    try {
      const findings = await (checkers[lane] ?? lab.openChecker()).check({ folder });
      const left = [...contentsOf(folder).values()];
      const lost = damaged.filter(([, content]) => content !== null && !left.includes(content));
      const wrong = judge({ target, base, lost: lost.map(([name]) => name) }, findings);
      violations.push(...wrong.map((why) => `${target}, ${kind.name}: ${why}`));
      const end = `${findings.status}, ${findings.reason ?? findings.use}`;
      ends.set(end, (ends.get(end) ?? 0) + 1);
      if (wrong.length === 0) lab.drop(folder);
    } catch (thrown) {
      violations.push(`${target}, ${kind.name}: ${String(thrown)}`);
      checkers[lane]?.close();
      checkers[lane] = lab.openChecker();
    }
  });
  for (const checker of checkers) checker.close();
  return { files: kinds.length, violations, ends };
};

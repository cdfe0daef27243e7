import type { Base } from './bases';
import { untidy } from './disk';
import { KIT, YEAR_OF_BIRTH } from './flows';
import { fingerprint, type Fact, type Findings, type Flow } from './protocol';

/** B1 of the reliability bar: the next start can be used within this. */
const USABLE_WITHIN_MS = 3_000;

export interface Case {
  readonly flow: Flow;
  readonly base: Base;
  /** Everything told before the kill, by all runs on the folder. */
  readonly facts: readonly Fact[];
  readonly findings: Findings;
  readonly folder: string;
}

/** What the killed run had told: the person believes it. */
const toldBy = ({ facts, flow }: Case) => {
  const asked = facts.findIndex((each) => each.fact === 'asked');
  const published = facts
    .slice(asked)
    .flatMap((each) => (each.fact === 'published' ? [each.id] : []));
  return {
    /** Ids told after the flow was asked for. */
    ids: published.filter((id) => id !== null),
    nobody: published.includes(null),
    answered: facts.some((each) => each.fact === 'answered' && each.flow === flow),
  };
};

/** Flows that make one user more. */
const MAKES_USER: readonly Flow[] = ['creation', 'second creation', 'restoring'];

type Told = ReturnType<typeof toldBy>;
type Check = readonly [holds: boolean, whatWentWrong: string];

/** What holds whatever was killed when. */
const always = ({ flow, base, findings, folder }: Case, { ids }: Told): Check[] => {
  const { found, kept, users, tombstones, status, shown } = findings;
  const gone = flow === 'deletion' || flow === 'removal' ? base.ids[0] : undefined;
  // Deleted at the service just before the kill: shown until the first request, and not kept after it.
  const isGone = flow === 'deletion' && shown === gone && tombstones === 1;
  const decided = base.decisions + (MAKES_USER.includes(flow) ? 1 : 0);
  const mustStay = [...base.ids, ...found, ...ids].filter((id) => id !== gone);
  const known = new Set([...base.ids, ...found, ...ids]);
  // One that was taken off this computer, or whose id is still in its kit alone.
  const [elsewhere] = flow === 'removal' ? base.ids : [fingerprint(KIT.anonymousId)];
  const mayBeOwnerless = flow === 'removal' || flow === 'restoring';
  const ownerless = mayBeOwnerless && !kept.includes(elsewhere ?? '') ? 1 : 0;
  return [
    [findings.usableMs <= USABLE_WITHIN_MS, `the next start took ${findings.usableMs} ms`],
    [status === 'active' || status === 'signed-out', `the next start is ${status}`],
    [findings.unrest === null, `never at rest: ${findings.unrest}`],
    [mustStay.every((id) => kept.includes(id)), 'an id is lost'],
    [kept.every((id) => known.has(id)), 'an id is there that nobody made'],
    [new Set(kept).size === kept.length, 'an id is kept twice'],
    [shown === null || kept.includes(shown) || isGone, 'somebody is shown who is not kept'],
    [shown !== null || kept.length === 0, 'a kept profile is not offered'],
    [users !== null && tombstones !== null, 'the database cannot be read'],
    [(users ?? 0) + (tombstones ?? 0) <= decided, `${users} users from ${decided} decisions`],
    [(users ?? 0) <= kept.length + ownerless, 'a user exists whose id is not on disk'],
    [Object.values(findings.logins).every((end) => end === 'ok'), 'a kept id cannot log in'],
    [findings.notices.length === 0, `notices: ${findings.notices.join()}`],
    ...untidy(folder).map((why): Check => [false, why]),
  ];
};

/** What must be left to a person who asked for the flow, by what they had been told. */
const byFlow = ({ flow, base, findings }: Case, told: Told): Check[] => {
  const { status, shown, found, kept, users, tombstones, use, reason, yearOfBirth } = findings;
  const [a, b] = base.ids;
  const works: Check = [use === 'ok', `using it fails: ${use}`];
  const active: Check = [status === 'active', `${status} instead of active`];
  switch (flow) {
    case 'creation':
    case 'rest': {
      const id = told.ids.at(-1) ?? found[0] ?? null;
      const right = id === null ? 'signed-out' : 'active';
      return [
        works,
        [shown === id, 'another id than the one made is shown'],
        [status === right, `${status} instead of ${right}`],
        [id === null || yearOfBirth === YEAR_OF_BIRTH, 'the year of birth is lost'],
      ];
    }
    case 'second creation': {
      const id = told.ids.at(-1);
      return [
        ...[works, active],
        [id === undefined || shown === id, 'the new profile was told of, and another is shown'],
        [yearOfBirth === YEAR_OF_BIRTH, 'the year of birth is lost'],
      ];
    }
    case 'login': {
      const isIn = told.ids.length > 0 || told.answered;
      return [works, [shown === a, 'another id is shown'], isIn ? active : [true, '']];
    }
    case 'switch': {
      const isSwitched = told.ids.includes(b ?? '') || told.answered;
      return [
        ...[works, active],
        [!isSwitched || shown === b, 'the switch was told of and undone'],
      ];
    }
    case 'refresh':
      return [works, active, [shown === a, 'another id is shown']];
    case 'logout': {
      const isOut = told.nobody || told.answered;
      return [
        ...[works, [shown === a, 'another id is shown'] satisfies Check],
        [!isOut || status === 'signed-out', 'the logout was told of and undone'],
        [status === 'active' || reason === 'by-person', `signed out for ${reason}`],
      ];
    }
    case 'deletion': {
      const isDone = told.answered || told.nobody;
      const isGone = tombstones === 1 && users === 1;
      const late = isGone && !isDone && use === 'session/forcibly-logged-out';
      return [
        [use === 'ok' || late, `using it fails: ${use}`],
        [!isDone || (isGone && !kept.includes(a ?? '')), 'the deletion was told of and undone'],
        [isGone || kept.includes(a ?? ''), 'an id is lost that was not deleted'],
      ];
    }
    case 'hearing test': {
      const { storedTests: stored, shownTests } = findings;
      return [
        ...[works, active],
        [stored === base.tests + 1 || (stored === base.tests && !told.answered), 'a test is lost'],
        [shownTests === stored, `${shownTests} tests shown of ${stored}`],
      ];
    }
    case 'test deletion': {
      const { storedTests: stored, shownTests } = findings;
      const isBack = stored !== base.tests - 1 && told.answered;
      return [
        ...[works, active],
        [stored === base.tests - 1 || stored === base.tests, `${stored} tests`],
        [!isBack, 'the deletion of a test was told of and undone'],
        [shownTests === stored, `${shownTests} tests shown of ${stored}`],
      ];
    }
    case 'restoring': {
      const restored = fingerprint(KIT.anonymousId);
      const isBack = told.ids.includes(restored) || told.answered;
      const { storedTests: stored, shownTests } = findings;
      return [
        ...[works, active],
        [shown === a || shown === restored, 'another id is shown'],
        [!isBack || shown === restored, 'the restoring was told of and undone'],
        [shown !== restored || stored === KIT.data?.tests.length, `${stored} tests are back`],
        [shown !== restored || shownTests === stored, `${shownTests} tests shown of ${stored}`],
        [yearOfBirth === YEAR_OF_BIRTH, 'the year of birth is lost'],
        [!told.answered || users === 2, `${users} users after it was repeated`],
      ];
    }
    case 'removal': {
      const isDone = told.answered || told.nobody;
      return [
        works,
        [users === 2, 'a removed profile was deleted'],
        [!isDone || !kept.includes(a ?? ''), 'the removal was told of and undone'],
      ];
    }
    default:
      return flow satisfies never;
  }
};

/** What is wrong after a kill and the next start; empty when all promises hold. */
export const judge = (given: Case): string[] => {
  const told = toldBy(given);
  return [...always(given, told), ...byFlow(given, told)]
    .filter(([holds]) => !holds)
    .map(([, why]) => why);
};

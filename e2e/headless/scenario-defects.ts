import type { ScenarioName } from '../../src/contract/ipc/lab/scenarios';
import { edit, type Edit } from './bundle';
import { playScenarios } from './play-scenarios';

/** A rule broken on purpose, and the scenarios of which at least one must be red for it. */
export interface BrokenRule {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly scenarios: readonly ScenarioName[];
}

const LOGIN = 'main/mimi-core/login.ts';
const CHANGES = 'main/mimi-core/record-changes.ts';

/** A report of the scenarios that stays green with one of these in place is worth nothing. */
export const BROKEN_RULES: readonly BrokenRule[] = [
  {
    name: "the guide's guard against a different user is inverted",
    edits: [edit(LOGIN, 'current !== null && current.anony', 'current === null && current.anony')],
    scenarios: ['different-user'],
  },
  {
    name: 'a login creates',
    edits: [
      edit(
        LOGIN,
        'prove = api.login)',
        'prove = (id, options) => api.login(id, options).catch(() => api.register(id)))',
      ),
    ],
    scenarios: ['unknown-id'],
  },
  {
    name: 'a failed login loses the user who was there',
    edits: [
      edit(
        LOGIN,
        'const reply = await prove(anonymousId, { signal });',
        `if (active !== null) {
          await session.update(session.changes.signOut('by-person'));
          session.take('logout', 'somebody');
        }
        const reply = await prove(anonymousId, { signal });`,
      ),
    ],
    scenarios: ['deleted-on-service'],
  },
  {
    name: 'a reply about another id is accepted',
    edits: [edit(LOGIN, 'if (reply.user.anonymousId !== anonymousId)', 'if (false)')],
    scenarios: ['wrong-reply'],
  },
  {
    name: 'a user is created while storage cannot be read',
    edits: [edit('main/secrets/read-stored.ts', ": 'unreadable' };", ": 'absent' };")],
    scenarios: ['unreadable-storage'],
  },
  {
    name: 'a registration repeated makes a second user',
    edits: [
      edit(
        'backend/routes/anonymous-users.ts',
        'const { isNew, row } = await findOrAddUser(trx, store, newcomer);',
        `const other = { id_hash: deps.randomUUID() };
        await trx.updateTable('users').set(other).where('id_hash', '=', newcomer.id_hash).execute();
        const { isNew, row } = await findOrAddUser(trx, store, newcomer);`,
      ),
    ],
    scenarios: ['kill-while-creating'],
  },
  {
    name: 'a creation cut off is begun again with a new id',
    edits: [
      edit(CHANGES, 'if (begun?.service === service) {', 'if (begun === undefined) {'),
      edit(CHANGES, 'parked?.anonymousId ?? ', ''),
    ],
    scenarios: ['kill-while-creating'],
  },
  {
    name: 'a forced logout forgets the id',
    edits: [
      edit(CHANGES, 'current: { ...current, tokens: null, signedOut: reason }', 'current: null'),
    ],
    scenarios: ['forced-logout'],
  },
  {
    name: 'blanks count as an id',
    edits: [edit('main/mimi-core/mimi-auth-manager.ts', "id.trim() === ''", "id === ''")],
    scenarios: ['blank-id'],
  },
  {
    name: 'the form of an id is not looked at',
    edits: [
      edit(
        'contract/anonymous-id.ts',
        "typeof value === 'string' && ANONYMOUS_ID_FORM.test(value)",
        "typeof value === 'string'",
      ),
    ],
    scenarios: ['malformed-id'],
  },
];

/** The first line in which the scenarios are otherwise with a rule broken; null when they stay green. */
export const findWith = async ({ edits, scenarios }: BrokenRule): Promise<string | null> => {
  const results = await playScenarios(scenarios, { edits });
  for (const { name, expectations } of results) {
    const wrong = expectations.find(({ ok }) => !ok);
    if (wrong) return `${name}: ${wrong.what}: expected ${wrong.expected}, got ${wrong.actual}`;
  }
  return null;
};

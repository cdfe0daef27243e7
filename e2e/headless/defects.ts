import { edit, type Edit } from './bundle';
import type { Target } from './corruption-runs';
import type { Flow } from './protocol';

/** A fault put into the child on purpose, and the runs of which at least one must find it. */
export interface Defect {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly flows: readonly Flow[];
  readonly targets: readonly Target[];
}

/** What would go wrong most easily. A run that stays green with one of these in place is worth nothing. */
export const DEFECTS: readonly Defect[] = [
  {
    name: 'a switch is told of before it is durable',
    edits: [
      edit(
        'main/mimi-core/login.ts',
        'await session.update(session.changes.becomeCurrent',
        'void session.update(session.changes.becomeCurrent',
      ),
    ],
    flows: ['switch'],
    targets: [],
  },
  {
    name: 'an id is registered before it is on disk',
    edits: [
      edit(
        'main/mimi-core/creation.ts',
        'await session.update(session.changes.beginCreation(yearOfBirth))',
        'session.changes.beginCreation(yearOfBirth)(session.records)',
      ),
    ],
    flows: ['creation'],
    targets: [],
  },
  {
    name: 'a creation cut off is begun again with a new id',
    edits: [
      edit(
        'main/mimi-core/record-changes.ts',
        'if (begun?.service === service) {',
        'if (begun === undefined) {',
      ),
      edit('main/mimi-core/record-changes.ts', 'parked?.anonymousId ?? ', ''),
    ],
    flows: ['rest'],
    targets: [],
  },
  {
    name: 'logging out forgets the id',
    edits: [
      edit(
        'main/mimi-core/record-changes.ts',
        'current: { ...current, tokens: null, signedOut: reason }',
        'current: null',
      ),
    ],
    flows: ['logout'],
    targets: [],
  },
  {
    name: 'the copy of the secrets is never written',
    edits: [edit('main/secrets/secret-files.ts', 'gen = next;\n      await writeCopy(bytes);', '')],
    flows: ['login'],
    targets: ['secrets.json'],
  },
  {
    name: 'secrets that cannot be read count as none',
    edits: [edit('main/secrets/read-stored.ts', ": 'unreadable' };", ": 'absent' };")],
    flows: [],
    targets: ['secrets.json and its copy'],
  },
  {
    name: 'secrets are written in place',
    edits: [
      edit(
        'main/files/durable-file.ts',
        'const temporary = temporaryOf(path, randomBytes(8));',
        'const temporary = path; await fs.unlink(path).catch(() => undefined);',
      ),
    ],
    flows: ['login'],
    targets: [],
  },
  {
    name: 'what a kill left half written is never removed',
    edits: [edit('main/secrets/secret-store.ts', 'await secretFiles.removeOrphans();', '')],
    flows: ['login'],
    targets: [],
  },
  {
    name: 'damaged preferences are deleted',
    edits: [
      edit(
        'main/settings/preferences-store.ts',
        "files.setAside(path, 'corrupt', 3)",
        'files.remove(path)',
      ),
    ],
    flows: [],
    targets: ['settings.json'],
  },
  {
    name: 'a hearing test is told of before it is on disk',
    edits: [
      edit(
        'main/mimi-core/tests-controller.ts',
        'await session.update(session.changes.submitTest(userId, test));',
        'void session.update(session.changes.submitTest(userId, test)).catch(() => undefined);',
      ),
    ],
    flows: ['hearing test'],
    targets: [],
  },
  {
    name: 'the deletion of a hearing test is told of before it is on disk',
    edits: [
      edit(
        'main/mimi-core/tests-controller.ts',
        'await session.update(session.changes.deleteTest(userId, testId));',
        'void session.update(session.changes.deleteTest(userId, testId)).catch(() => undefined);',
      ),
    ],
    flows: ['test deletion'],
    targets: [],
  },
  {
    // One of the two alone is made good by the other: a creation is followed by its year.
    name: 'the copy of the database is refreshed neither after a creation nor after a change',
    edits: [
      edit('backend/routes/anonymous-users.ts', 'await store.backup.refresh();', ''),
      edit('backend/routes/tagged.ts', 'await store.backup.refresh();', ''),
    ],
    flows: [],
    targets: ['service.db'],
  },
  {
    name: 'a lost database counts as a first start',
    edits: [
      edit(
        'backend/storage/open-database.ts',
        "if (decision === 'refuse') return null;",
        "if (decision === 'refuse') { files.remove(paths.main); files.remove(paths.backup); }",
      ),
    ],
    flows: [],
    targets: ['service.db and its copy'],
  },
  {
    name: 'an unfinished copy of the database is left',
    edits: [
      edit(
        'backend/storage/open-database.ts',
        "for (const suffix of ['', '-journal']) files.remove(paths.fresh + suffix);",
        '',
      ),
    ],
    flows: ['deletion'],
    targets: [],
  },
  {
    name: 'a restoring cut off is not completed by the next one',
    edits: [
      edit(
        'main/mimi-core/bring-back.ts',
        'return async (anonymousId, options) => {',
        'return async (anonymousId, options) => { let isKnown = true;',
      ),
      edit(
        'main/mimi-core/bring-back.ts',
        'return api.register(anonymousId);',
        'isKnown = false; return api.register(anonymousId);',
      ),
      edit(
        'main/mimi-core/bring-back.ts',
        'return await putBack(reply, options);',
        'return isKnown ? reply : await putBack(reply, options);',
      ),
    ],
    flows: ['restoring'],
    targets: [],
  },
];

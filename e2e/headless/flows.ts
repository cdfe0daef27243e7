import { MimiAuthRoute } from '../../src/main/mimi-core/mimi-auth-route';
import { sampleTest } from '../../src/hearing/spec-support/sample-test';
import type { AnonymousId } from '../../src/contract/anonymous-id';
import { bringIn } from '../../src/main/recovery/bring-in';
import type { KitContent } from '../../src/main/recovery/kit-content';
import { newestTestAt } from '../../src/main/recovery/kit-of-user';
import type { Headless } from './compose';
import type { Flow } from './protocol';

/** The year every profile in these runs is made with. */
export const YEAR_OF_BIRTH = 1980;

/** A kit from another computer: nobody here has heard of its id. */
export const KIT: KitContent = {
  service: 'embedded',
  userId: 'user-of-another-computer',
  anonymousId: '7f1c0de5-0000-4000-8000-00005eed1234' as AnonymousId,
  createdAt: 1_690_000_000_000,
  yearOfBirth: YEAR_OF_BIRTH,
  product: 'mimi-companion',
  data: { tests: [sampleTest(1), sampleTest(2)], settings: { loudness: 0.5 } },
};

const { ears: EARS } = sampleTest(1);

/** The id kept last: somebody else than the current user. */
const keptId = async ({ secrets }: Headless): Promise<string | null> => {
  const read = await secrets.read();
  return read.status === 'present' ? (read.records.kept.at(-1)?.anonymousId ?? null) : null;
};

/** Does what the windows' calls do, as src/main/handlers does it. Throws what the call would answer. */
export const perform = async (flow: Flow, headless: Headless): Promise<void> => {
  const { core, authManager, storedTests, forgetStrangers } = headless.companion;
  const users = core.userController;
  const userId = users.mimiUser.state.value?.userId ?? '';
  switch (flow) {
    case 'creation':
    case 'second creation': {
      const made = { newProfile: true, yearOfBirth: YEAR_OF_BIRTH };
      await users.authenticate(MimiAuthRoute.Anonymously(made));
      return;
    }
    case 'login':
      await users.authenticate(MimiAuthRoute.Anonymously());
      return;
    case 'switch': {
      const result = await authManager.authenticateAnonymousUser(await keptId(headless));
      if (result.type === 'Failure') throw result.exception;
      if (result.type !== 'Success') throw new Error(result.type);
      return;
    }
    case 'refresh':
      await headless.companion.refresh();
      return;
    case 'logout':
      return users.logout();
    case 'deletion':
      await users.deleteUser(userId);
      return forgetStrangers();
    case 'removal':
      await users.removeFromComputer(userId);
      return forgetStrangers();
    case 'hearing test':
      await storedTests.storeBrought({ source: 'age' }, () => EARS);
      return;
    case 'test deletion': {
      const [newest] = (await storedTests.testHistory(null)).tests;
      return storedTests.removeTest(newest?.id ?? '');
    }
    case 'restoring': {
      const restored = await bringIn(headless.companion, KIT, new AbortController().signal);
      const kit = { madeAt: KIT.createdAt, newestTestAt: newestTestAt(KIT) };
      await headless.companion.recovery.notes.hasKit(restored, kit, Date.now());
      return;
    }
    case 'rest':
      return;
    default:
      return flow satisfies never;
  }
};

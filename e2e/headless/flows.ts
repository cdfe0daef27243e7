import { MimiAuthRoute } from '../../src/main/mimi-core/mimi-auth-route';
import { sampleTest } from '../../src/hearing/spec-support/sample-test';
import type { Headless } from './compose';
import type { Flow } from './protocol';

/** The year every profile in these runs is made with. */
export const YEAR_OF_BIRTH = 1980;

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
    case 'rest':
      return;
    default:
      return flow satisfies never;
  }
};

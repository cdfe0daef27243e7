import type { SessionView } from '../mimi-core/session-view';
import type { ProfileKeeper } from '../profile/profile-keeper';
import type { TestRun } from '../tests/test-run-types';
import type { Notices } from './notices';

interface FollowDeps {
  readonly profile: ProfileKeeper;
  readonly testRun: Pick<TestRun, 'show'>;
  readonly notices: Pick<Notices, 'dismiss'>;
  /** Resolves once the page is drawn; at once where there is none. */
  readonly shown: Promise<void> | undefined;
  /** Removes what a crash may have left of users who are gone. */
  readonly tidy: () => Promise<void>;
}

/**
 * Has profile and test follow whoever is logged in; call it with every state of the session. Resolves once the profile
 * kept here for that user, if any, is shown.
 */
export const createSessionFollower = ({ profile, testRun, notices, shown, tidy }: FollowDeps) => {
  let isTidy = false;
  let shownFor: string | null = null;
  let hadTrouble = false;
  return (engine: SessionView): Promise<void> => {
    const user = engine.status === 'active' ? engine.user : null;
    // They told of the profile before.
    if (user) notices.dismiss('profile-removed', 'profile-deleted');
    const userId = user?.userId ?? null;
    const isShown = profile.show(userId);
    void testRun.show(userId);
    // Asked for when the user changed, and again once the service can be used again.
    const isBack = hadTrouble && engine.serviceTrouble === null;
    if (userId !== null && (userId !== shownFor || isBack)) {
      // Its first request loads an HTTP client, for which no first picture is to wait.
      void Promise.all([isShown, shown]).then(() => profile.refresh());
    }
    shownFor = userId;
    if (!isTidy && (engine.status === 'active' || engine.status === 'signed-out')) {
      isTidy = true;
      void isShown.then(tidy);
    }
    hadTrouble = engine.serviceTrouble !== null;
    return isShown;
  };
};

import type { contract } from '../../contract/ipc/contract';
import type { HandlersOf } from '../../contract/ipc/define';
import type { Preferences } from '../../contract/ipc/preferences';
import type { Companion } from '../app/create-companion';

/** Answers the `preferences` calls; `applied` takes a change to the desktop, such as the theme. */
export const createPreferencesHandlers = (
  companion: Companion,
  applied: (preferences: Preferences) => void,
): HandlersOf<typeof contract>['preferences'] => ({
  async update(change) {
    // A field sent as undefined is one not sent.
    const { theme, language, lab } = change;
    await companion.preferences.update({
      ...(theme && { theme }),
      ...(language && { language }),
      ...(lab !== undefined && { lab }),
    });
    applied(companion.preferences.current());
  },
});

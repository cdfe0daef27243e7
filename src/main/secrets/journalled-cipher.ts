import type { Clock } from '../mimi-core/ports';
import { CipherError, type KeyCipher } from './cipher';
import type { SecretEvent } from './secret-events';

type Keyring = Extract<SecretEvent, { type: 'secrets/keyring' }>;

interface JournalledCipherDeps {
  readonly cipher: KeyCipher;
  readonly clock: Pick<Clock, 'monotonic'>;
  readonly journal: (event: SecretEvent) => void;
}

/** The keyring, every answer of which is told with its time: a person may have been asked to unlock it. */
export const createJournalledCipher = (deps: JournalledCipherDeps): KeyCipher => {
  const { cipher, clock, journal } = deps;

  const told = async <T>(
    call: Keyring['call'],
    work: () => Promise<T>,
    outcomeOf: (answer: T) => Keyring['outcome'],
  ): Promise<T> => {
    const began = clock.monotonic();
    const tell = (outcome: Keyring['outcome']): void =>
      journal({ type: 'secrets/keyring', call, outcome, ms: clock.monotonic() - began });
    try {
      const answer = await work();
      tell(outcomeOf(answer));
      return answer;
    } catch (thrown) {
      tell(thrown instanceof CipherError ? thrown.reason : 'locked');
      throw thrown;
    }
  };

  return {
    availability: () =>
      told(
        'availability',
        () => cipher.availability(),
        (answer) => answer,
      ),
    wrap: (key) =>
      told(
        'wrap',
        () => cipher.wrap(key),
        () => 'done',
      ),
    unwrap: (wrapped) =>
      told(
        'unwrap',
        () => cipher.unwrap(wrapped),
        () => 'done',
      ),
  };
};

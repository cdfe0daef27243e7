import { AppError } from '../../contract/errors';
import type { Companion } from '../app/create-companion';
import { messagesNow } from '../app/messages-now';

/** Lets only the word pass that confirms an act, in the person's language. Errors: input/confirmation-mismatch. */
export const requireWord = async (
  companion: Pick<Companion, 'snapshot'>,
  confirmation: string,
  word: 'confirm.delete' | 'confirm.startOver',
): Promise<void> => {
  const expected = (await messagesNow(companion))(word);
  if (confirmation.trim().toUpperCase() !== expected) {
    throw new AppError('input/confirmation-mismatch');
  }
};

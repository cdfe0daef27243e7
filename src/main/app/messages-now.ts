import type { Companion } from './create-companion';

/** The words in the person's language. Loaded when first needed: a start needs none in main. */
export const messagesNow = async ({ snapshot }: Pick<Companion, 'snapshot'>) => {
  const { createMessages } = await import('../../messages/catalogue');
  return createMessages(snapshot().language);
};

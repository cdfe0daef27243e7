import type { ExchangeMessage } from '../../../hearing/exchange/exchange-result';
import type { Messages } from '../../../messages/catalogue';

/** What is to be said about an audiogram coming in, with its place. */
export const findingText = (
  messages: Messages,
  { place, code, facts }: ExchangeMessage,
): string => {
  const what = messages(`bring.problems.${code}`, {
    found: facts.found ?? '',
    ear: facts.ear ? messages(`profile.${facts.ear}`) : '',
    frequencies: (facts.frequenciesHz ?? []).join(', '),
  });
  switch (place.type) {
    case 'file':
      return what;
    case 'line':
      return messages('bring.atLine', { line: String(place.line), what });
    case 'entry':
      return messages('bring.atEntry', { entry: String(place.entry), what });
    case 'cell':
      return messages('bring.atCell', {
        ear: messages(`profile.${place.ear}`),
        hz: String(place.frequencyHz),
        what,
      });
    default:
      return place satisfies never;
  }
};

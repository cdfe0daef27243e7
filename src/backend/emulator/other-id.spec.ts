import { describe, expect, it } from 'vitest';
import { otherIdIn } from './other-id';

describe('another id in a reply', () => {
  it.each([
    [
      { user: { userId: 'u', anonymousId: 'a' }, tokens: {} },
      { user: { userId: 'u', anonymousId: 'other' }, tokens: {} },
    ],
    [
      { userId: 'u', product: 'p' },
      { userId: 'other', product: 'p' },
    ],
    [
      { user: { userId: 'u' }, settings: {} },
      { user: { userId: 'other' }, settings: {} },
    ],
  ])('takes the place of the one it is checked by: %j', (reply, changed) => {
    expect(JSON.parse(otherIdIn(JSON.stringify(reply), 'other'))).toEqual(changed);
    expect(JSON.parse(otherIdIn(JSON.stringify(reply, null, 2), 'other'))).toEqual(changed);
  });

  it('is in none that names nobody', () => {
    const text = JSON.stringify({ product: '"anonymousId":"a"', tests: ['userId'] });
    expect(otherIdIn(text, 'other')).toBe(text);
  });
});

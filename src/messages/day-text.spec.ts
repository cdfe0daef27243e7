import { expect, it } from 'vitest';
import { dayText } from './day-text';

it('says a day in one form a language, with its month in words', () => {
  const time = new Date(2026, 10, 3, 12).getTime();
  expect(dayText('en', time)).toBe('3 November 2026');
  expect(dayText('de', time)).toBe('3. November 2026');
});

import { describe, expect, it } from 'vitest';
import { dayText } from '../../../messages/day-text';
import { sayBeside } from './say-beside';

const at = (day: number, hour: number): number => new Date(2026, 10, day, hour, 5).getTime();

describe('a date to be compared with another', () => {
  it.each([
    ['en', '22 November 2026, 09:05', '22 November 2026'],
    ['de', '22. November 2026, 09:05', '22. November 2026'],
  ] as const)('has the time of day only on the same day: %s', (language, toMinute, day) => {
    const say = (time: number, isToMinute?: boolean): string => dayText(language, time, isToMinute);
    expect(sayBeside(say, at(22, 9), at(22, 23))).toBe(toMinute);
    expect(sayBeside(say, at(22, 9), at(23, 9))).toBe(day);
    expect(sayBeside(say, at(22, 9), null)).toBe(day);
  });
});

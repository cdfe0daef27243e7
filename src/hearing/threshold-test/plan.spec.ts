import { describe, expect, it } from 'vitest';
import { USUAL_FREQUENCIES_HZ } from './config';
import { plannedSeries, steepBetween } from './plan';

const order = (frequenciesHz: readonly number[]) =>
  plannedSeries('left', frequenciesHz).map(({ frequencyHz, purpose }) =>
    purpose === 'retest' ? 'again' : frequencyHz,
  );

describe('the plan of an ear', () => {
  it.each([
    [USUAL_FREQUENCIES_HZ, [1000, 2000, 4000, 8000, 'again', 500, 250]],
    [
      [4000, 250, 1000],
      [1000, 4000, 'again', 250],
    ],
    [[1000], [1000]],
    [
      [500, 250],
      [500, 250],
    ],
    [
      [4000, 2000],
      [2000, 4000],
    ],
    [
      [500, 1000, 500],
      [1000, 500],
    ],
    [
      [8000, 6000, 1000, 3000],
      [1000, 3000, 6000, 8000, 'again'],
    ],
  ])('for %j is %j', (frequenciesHz, expected) => expect(order(frequenciesHz)).toEqual(expected));
});

describe('steep neighbours', () => {
  const added = (found: Record<number, number>) =>
    steepBetween('left', new Map(Object.entries(found).map(([hz, db]) => [Number(hz), db]))).map(
      ({ frequencyHz }) => frequencyHz,
    );

  it.each([
    [{ 2000: 10, 4000: 30, 8000: 50 }, [3000, 6000]],
    [{ 2000: 10, 4000: 29.9, 8000: 50 }, [6000]],
    [{ 2000: 40, 4000: 20, 8000: 20 }, [3000]],
    [{ 2000: 10, 3000: 20, 4000: 30 }, []],
    [{ 1000: 10, 4000: 80 }, []],
    [{ 500: 10, 1000: 80 }, []],
  ])('after %j adds %j', (found, expected) => expect(added(found)).toEqual(expected));
});

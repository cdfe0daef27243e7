import type { Rectangle } from 'electron';
import { describe, expect, it } from 'vitest';
import { LAB_MINIMUM, placeLab } from './place-lab';

const SIZE = { width: 1040, height: 720 };
const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const place = (listener: Rectangle, area: Rectangle): Rectangle => {
  const placed = { x: NaN, y: NaN, ...placeLab(listener, area) };
  expect(placed.x).toBeGreaterThanOrEqual(area.x);
  expect(placed.y).toBeGreaterThanOrEqual(area.y);
  expect(placed.x + placed.width).toBeLessThanOrEqual(area.x + area.width);
  expect(placed.y + placed.height).toBeLessThanOrEqual(area.y + area.height);
  expect(placed.width).toBeGreaterThanOrEqual(LAB_MINIMUM.width);
  expect(placed.height).toBeGreaterThanOrEqual(LAB_MINIMUM.height);
  return placed;
};

describe("where the Lab's window opens", () => {
  const wide = { x: 0, y: 0, width: 2560, height: 1400 };

  it.each([
    ['right', 100, 1140],
    ['left', 1500, 220],
  ])("is at the %s of the listener's where there is room", (_side, x, expected) => {
    const listener = { ...SIZE, x, y: 300 };
    const placed = place(listener, wide);
    expect(placed).toMatchObject({ x: expected, y: 300 });
    expect(overlap(placed, listener)).toBe(false);
  });

  it.each([
    [
      'in the middle of a small display',
      { x: 200, y: 90 },
      { x: 0, y: 0, width: 1440, height: 900 },
    ],
    ['in the middle of a large one', { x: 760, y: 300 }, wide],
    ['on a second display', { x: 1700, y: 60 }, { x: 1440, y: 25, width: 1440, height: 875 }],
  ])("leaves the listener's corner in sight %s", (_where, corner, area) => {
    const placed = place({ ...SIZE, ...corner }, area);
    expect(placed.x - corner.x).toBeGreaterThanOrEqual(48);
    expect(placed.y - corner.y).toBeGreaterThanOrEqual(48);
  });

  it('stays on a display too small for both', () => {
    place({ x: 500, y: 400, ...SIZE }, { x: 0, y: 0, width: 1024, height: 700 });
  });

  it("is the system's choice without a listener's window", () => {
    expect(placeLab(null, null)).toEqual({ width: 1280, height: 860 });
  });
});

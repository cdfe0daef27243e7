import type { Rectangle } from 'electron';

/** What the Lab's window wants, and the least it works in, in pixels. */
const WANTED = { width: 1280, height: 860 };
export const LAB_MINIMUM = { width: 820, height: 600 };

/** Pixels of the listener's window that stay in sight where there is no room beside it. */
const EDGE = 48;

const fit = (wanted: number, room: number, least: number): number =>
  Math.max(least, Math.min(wanted, room));

/**
 * Where the Lab's window opens: at the right or the left of the listener's; with room at neither, so far down and to
 * the right of its corner that it can still be seen and clicked. Without a listener's window the system chooses.
 */
export const placeLab = (
  listener: Rectangle | null,
  area: Rectangle | null,
): Partial<Rectangle> & typeof WANTED => {
  if (listener === null || area === null) return WANTED;
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const height = fit(WANTED.height, area.height, LAB_MINIMUM.height);
  const y = Math.max(area.y, Math.min(listener.y, bottom - height));
  const after = right - (listener.x + listener.width);
  if (after >= LAB_MINIMUM.width)
    return { x: listener.x + listener.width, y, width: Math.min(WANTED.width, after), height };
  const before = listener.x - area.x;
  if (before >= LAB_MINIMUM.width) {
    const width = Math.min(WANTED.width, before);
    return { x: listener.x - width, y, width, height };
  }
  const width = fit(WANTED.width, right - listener.x - EDGE, LAB_MINIMUM.width);
  const low = fit(WANTED.height, bottom - listener.y - EDGE, LAB_MINIMUM.height);
  return {
    x: Math.max(area.x, Math.min(listener.x + EDGE, right - width)),
    y: Math.max(area.y, Math.min(listener.y + EDGE, bottom - low)),
    width,
    height: low,
  };
};

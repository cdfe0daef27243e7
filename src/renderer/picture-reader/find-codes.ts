import jsQR, { type QRCode } from 'jsqr';

/** Pixels as RGBA, row by row. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Codes looked for in one picture: that there is more than one is all that is asked. */
const MOST = 2;

/** Light and dark as far apart as they can be: a pale print under a lamp has little between them. */
export const stretch = ({ data, width, height }: Pixels): Pixels => {
  const counts = new Uint32Array(256);
  const grey = new Uint8ClampedArray(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const [r = 0, g = 0, b = 0] = data.subarray(4 * at, 4 * at + 3);
    const level = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
    grey[at] = level;
    counts[level] = (counts[level] ?? 0) + 1;
  }
  const levelAbove = (share: number): number => {
    let seen = 0;
    return counts.findIndex((count) => (seen += count) > share * grey.length);
  };
  const low = levelAbove(0.01);
  const factor = 255 / Math.max(1, levelAbove(0.99) - low);
  const stretched = new Uint8ClampedArray(data.length);
  grey.forEach((level, at) => stretched.fill((level - low) * factor, 4 * at, 4 * at + 4));
  return { data: stretched, width, height };
};

/** Takes a code that was found out of the picture: a white box over its corners. */
const without = ({ data, width, height }: Pixels, { location }: QRCode): Pixels => {
  const { topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner } = location;
  const corners = [topLeftCorner, topRightCorner, bottomLeftCorner, bottomRightCorner];
  const span = (values: readonly number[], limit: number): readonly [number, number] => [
    Math.max(0, Math.floor(Math.min(...values))),
    Math.min(limit, Math.ceil(Math.max(...values)) + 1),
  ];
  const [left, right] = span(
    corners.map(({ x }) => x),
    width,
  );
  const [top, bottom] = span(
    corners.map(({ y }) => y),
    height,
  );
  const rest = data.slice();
  for (let y = top; y < bottom; y += 1)
    rest.fill(255, 4 * (y * width + left), 4 * (y * width + right));
  return { data: rest, width, height };
};

const search = (pixels: Pixels): readonly string[] => {
  const texts = new Set<string>();
  let rest = pixels;
  for (let look = 0; look < MOST; look += 1) {
    const code = jsQR(rest.data, rest.width, rest.height);
    if (!code) break;
    texts.add(code.data);
    rest = without(rest, code);
  }
  return [...texts];
};

/** Share of a picture's width or height that a part of it has: what lies in the middle is whole in one of them. */
const PART = 0.6;

/** The left, right, upper and lower part. */
const partsOf = ({ data, width, height }: Pixels): readonly Pixels[] => {
  const [w, h] = [Math.ceil(PART * width), Math.ceil(PART * height)];
  const cut = (left: number, top: number, right: number, bottom: number): Pixels => {
    const part = new Uint8ClampedArray(4 * (right - left) * (bottom - top));
    for (let y = top; y < bottom; y += 1) {
      const row = data.subarray(4 * (y * width + left), 4 * (y * width + right));
      part.set(row, 4 * (right - left) * (y - top));
    }
    return { data: part, width: right - left, height: bottom - top };
  };
  return [
    cut(0, 0, w, height),
    cut(width - w, 0, width, height),
    cut(0, 0, width, h),
    cut(0, height - h, width, height),
  ];
};

/**
 * The texts of the codes in a picture, each once. Where several hide each other from the search, its parts are looked
 * at one by one.
 */
export const findCodes = (pixels: Pixels): readonly string[] => {
  const texts = search(pixels);
  return texts.length > 0 ? texts : [...new Set(partsOf(pixels).flatMap(search))].slice(0, MOST);
};

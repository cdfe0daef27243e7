import { findCodes, stretch, type Pixels } from './find-codes';

/** Most pixels of a picture: what a phone of today takes, and 200 MB of memory. */
const MAX_PIXELS = 50_000_000;
/** Longest edges in pixels at which a code is looked for: one that fills little of a photo needs more. */
const EDGES = [900, 1600, 2800];

/** What came of reading the picture. */
type Reading =
  | { readonly type: 'read'; readonly texts: readonly string[] }
  | { readonly type: 'too-large' | 'not-read' };

const load = (address: string): Promise<HTMLImageElement | null> =>
  new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => resolve(null);
    image.src = address;
  });

/** The picture with no edge longer than `edge`, on white. */
const pixelsAt = async (image: HTMLImageElement, edge: number): Promise<Pixels | null> => {
  const { naturalWidth, naturalHeight } = image;
  const scale = Math.min(1, edge / Math.max(naturalWidth, naturalHeight));
  const width = Math.max(1, Math.round(naturalWidth * scale));
  const height = Math.max(1, Math.round(naturalHeight * scale));
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const bitmap = await createImageBitmap(image, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
  });
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, width, height);
};

const read = async (): Promise<Reading> => {
  // Loaded is not decoded yet: how large it is stands in its head.
  const image = await load('/picture');
  if (!image) return { type: 'not-read' };
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth * naturalHeight > MAX_PIXELS) return { type: 'too-large' };
  const longest = Math.max(naturalWidth, naturalHeight);
  for (const edge of EDGES.filter((_edge, index) => longest > (EDGES[index - 1] ?? 0))) {
    const pixels = await pixelsAt(image, edge);
    if (!pixels) return { type: 'not-read' };
    for (const look of [() => pixels, () => stretch(pixels)]) {
      const texts = findCodes(look());
      if (texts.length > 0) return { type: 'read', texts };
    }
  }
  return { type: 'read', texts: [] };
};

/** Main asks for this once; the page itself can ask main for nothing. */
Object.assign(globalThis, {
  reading: read().catch((): Reading => ({ type: 'not-read' })),
});

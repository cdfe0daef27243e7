/** What a drawing's look is made of; everything else comes from the classes a file does not have. */
const SHAPE_LOOK = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'],
  ...['opacity'],
];
const TEXT_LOOK = ['fill', 'font-size', 'font-weight', 'text-anchor'];
const COLOURS = ['fill', 'stroke'];
const FONT = "'Inter', system-ui, 'Helvetica Neue', Arial, sans-serif";

/** Any CSS colour as `#rrggbb`, which every program reads. */
const createToHex = (): ((colour: string) => string) => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (colour) => {
    if (context === null || colour === 'none') return colour;
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
};

const writeLook = (elements: readonly Element[]): void => {
  const toHex = createToHex();
  for (const element of elements) {
    const computed = getComputedStyle(element);
    for (const name of element.tagName === 'text' ? TEXT_LOOK : SHAPE_LOOK) {
      const value = computed.getPropertyValue(name);
      element.setAttribute(name, COLOURS.includes(name) ? toHex(value) : value);
    }
  }
  for (const element of elements) element.removeAttribute('class');
};

const svgElement = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

/** White pixels around the drawing, and below it for the key. */
const BORDER = 16;
const LINE = 18;
const KEY_HEIGHT = 2 * LINE;

/** What a picture away from its page has to say itself. */
export interface PictureWords {
  /** What was measured, and when. */
  readonly title: string;
  readonly right: string;
  readonly left: string;
}

/** Which sign and colour is which ear, and what the picture is of. */
const keyOf = ({ title, right, left }: PictureWords, { x, y, width, height }: DOMRect) => {
  const text = (words: string, row: number, at: number, colour: string): SVGElement => {
    const element = svgElement('text', { x: String(at), y: String(y + height + row * LINE) });
    element.textContent = words;
    element.style.cssText = `fill: var(${colour}); font-size: 12px; text-anchor: start`;
    return element;
  };
  return [
    text(`○ ${right}`, 1, x, '--right'),
    text(`× ${left}`, 1, x + width / 2, '--left'),
    text(title, 2, x, '--text'),
  ];
};

/** A picture that stands alone, as SVG text in light colours on white, and its size in pixels. */
export const standalonePicture = (
  drawn: SVGSVGElement,
  words: PictureWords,
): { readonly svg: string; readonly width: number; readonly height: number } => {
  const { viewBox } = drawn;
  const { baseVal } = viewBox;
  const [width, height] = [baseVal.width + 2 * BORDER, baseVal.height + KEY_HEIGHT + 2 * BORDER];
  const svg = drawn.cloneNode(true) as SVGSVGElement;
  const key = keyOf(words, baseVal);
  svg.append(...key);
  // A file has no key to tell older tests apart by.
  for (const older of svg.querySelectorAll('[data-tone="faint"]')) older.remove();
  // Computed where the page's rules reach it, but not its theme.
  const host = document.createElement('div');
  host.className = 'visually-hidden';
  host.style.colorScheme = 'light';
  host.style.setProperty('--page', 'white');
  host.append(svg);
  document.body.append(host);
  writeLook([...svg.querySelectorAll('line, path, circle, rect, text')]);
  host.remove();
  for (const element of key) element.removeAttribute('style');
  for (const element of [svg, ...svg.querySelectorAll('g')]) {
    element.removeAttribute('class');
  }
  const title = svgElement('title', {});
  title.textContent = words.title;
  const corner = { x: String(-BORDER), y: String(-BORDER) };
  const size = { width: String(width), height: String(height) };
  svg.prepend(title, svgElement('rect', { ...corner, ...size, fill: '#ffffff' }));
  for (const [key, value] of Object.entries({
    ...size,
    viewBox: `${-BORDER} ${-BORDER} ${width} ${height}`,
    'font-family': FONT,
  })) {
    svg.setAttribute(key, value);
  }
  return { svg: new XMLSerializer().serializeToString(svg), width, height };
};

/** Pixels for each CSS pixel, so that print and dense screens stay sharp. */
const DENSITY = 2;

/** The same picture as PNG in base64. Throws where the browser cannot draw it. */
export const pngOf = async (drawn: SVGSVGElement, words: PictureWords): Promise<string> => {
  const { svg, width, height } = standalonePicture(drawn, words);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * DENSITY);
  canvas.height = Math.round(height * DENSITY);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
};

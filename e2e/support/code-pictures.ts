import { encode } from 'uqr';
import type { Companion } from './launch';

/** How a picture of codes is taken. What is left out is as good as it gets. */
export interface Shot {
  /** Width and height in pixels. */
  readonly size?: readonly [number, number];
  /** Share of the picture's shorter side that a code fills. */
  readonly fill?: number;
  /** Degrees. */
  readonly turned?: number;
  /** Pixels. */
  readonly blur?: number;
  /** 0..1: how far dark and light are apart. */
  readonly contrast?: number;
  readonly type?: 'image/png' | 'image/jpeg' | 'image/webp';
}

/**
 * Takes a picture of the codes of `texts`, side by side, on a canvas in a window of the test's own: no page of the app
 * sees it.
 */
export const takePicture = async (
  { app }: Companion,
  texts: readonly string[],
  shot: Shot = {},
): Promise<Buffer> => {
  const codes = texts.map((text) => encode(text, { ecc: 'Q', border: 4 }).data);
  const base64 = await app.evaluate(
    async ({ BrowserWindow }, [all, how]) => {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { partition: 'test-canvas', sandbox: true },
      });
      await window.loadURL('about:blank');
      const draw = (modules: boolean[][][], given: Shot): string => {
        const [width, height] = given.size ?? [640, 640];
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width, height });
        const context = canvas.getContext('2d')!;
        const { contrast = 1, blur = 0, fill = 0.8, turned = 0 } = given;
        const dark = Math.round(128 - 127 * contrast);
        const light = Math.round(128 + 127 * contrast);
        context.fillStyle = `rgb(${light}, ${light}, ${light})`;
        context.fillRect(0, 0, width, height);
        context.filter = `blur(${blur}px)`;
        modules.forEach((code, index) => {
          const side = (fill * Math.min(width, height)) / modules.length;
          context.save();
          context.translate(((index + 0.5) * width) / modules.length, height / 2);
          context.rotate((turned * Math.PI) / 180);
          context.scale(side / code.length, side / code.length);
          context.translate(-code.length / 2, -code.length / 2);
          context.fillStyle = `rgb(${dark}, ${dark}, ${dark})`;
          context.beginPath();
          code.forEach((row, y) => row.forEach((isDark, x) => isDark && context.rect(x, y, 1, 1)));
          context.fill();
          context.restore();
        });
        return canvas.toDataURL(given.type ?? 'image/png', 0.8);
      };
      const script = `(${draw.toString()})(${JSON.stringify(all)}, ${JSON.stringify(how)})`;
      const url = (await window.webContents.executeJavaScript(script)) as string;
      window.destroy();
      return url.slice(url.indexOf(',') + 1);
    },
    [codes, shot] as const,
  );
  return Buffer.from(base64, 'base64');
};

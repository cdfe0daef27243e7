import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Companion } from '../support/launch';

type Size = readonly [width: number, height: number];

/** One way of looking at a screen. */
export interface View {
  readonly language: 'en' | 'de';
  readonly theme: 'light' | 'dark';
  readonly size: Size;
  /** Colours of the system's choosing, and no motion. */
  readonly isForced?: true;
}

const SMALL: Size = [820, 600];
const LARGE: Size = [1440, 900];

/** Every theme at every size; German, longer, where there is least room; forced colours once. */
export const VIEWS: readonly View[] = [
  { language: 'en', theme: 'light', size: SMALL },
  { language: 'en', theme: 'dark', size: SMALL },
  { language: 'en', theme: 'dark', size: LARGE },
  { language: 'en', theme: 'light', size: LARGE },
  { language: 'de', theme: 'light', size: SMALL },
  { language: 'en', theme: 'dark', size: SMALL, isForced: true },
];

/** For screens that are another one with a dialog or a notice. */
export const FEW_VIEWS = VIEWS.filter(
  ({ theme, size, isForced }) => !isForced && (theme === 'dark') === (size === LARGE),
);

/** A view as part of a file's name. */
export const nameOf = ({ language, theme, size, isForced }: View): string =>
  [
    theme,
    size.join('x'),
    ...(language === 'de' ? ['de'] : []),
    ...(isForced ? ['forced-colors'] : []),
  ].join('-');

/** What a login would be called. "Open your profile" by its key is none: it asks for no account. */
const ACCOUNT =
  /\b(log ?in|log ?on|sign ?in|sign ?up|sign ?on|register|registration|account|e-?mail|password|username|anmelden|anmeldung|registrier\w*|konto|passwort|kennwort|benutzername)\b/i;

/** Sentences that say there is none. */
const SAYS_NONE = /no name, no e-?mail|without an account|kein name, keine e-?mail|ohne konto/gi;

/** An account is spoken of only where the sentence names the partner whose it is. */
const NAMES_PARTNER = /^.*(Example Sound|partner).*$/gim;

/** A login's fields. The passphrase of a recovery kit is none: it opens a file and goes to no service. */
const FIELDS =
  'input[type=email], input[type=password]:not([name=passphrase]), [autocomplete*=username], [autocomplete*=password], [autocomplete*=email]';

const shownText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const labels = [...document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')];
    const named = labels.flatMap((element) =>
      ['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.body.innerText, document.title, ...named].join('\n');
  });

/** Makes the app speak a language, by the listener's page. */
export const speak = async (page: Page, language: View['language']): Promise<void> => {
  await page.evaluate(
    async (each) => window.companion.preferences.update({ language: each }),
    language,
  );
  await expect(page.locator('html')).toHaveAttribute('lang', language);
};

const take = async ({ app, page }: Companion, view: View): Promise<void> => {
  await app.evaluate(({ BrowserWindow }, [width, height]) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, view.size);
  await page.emulateMedia({
    colorScheme: view.theme,
    forcedColors: view.isForced ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  await speak(page, view.language);
  await expect.poll(() => page.evaluate(() => [innerWidth, innerHeight])).toEqual(view.size);
};

/** Barriers differ by theme and colours, hardly by language or room. */
const barrierViews = (views: readonly View[]): readonly View[] =>
  views.filter(
    ({ language, theme, isForced }, index) =>
      language === 'en' &&
      index === views.findIndex((v) => v.theme === theme && v.isForced === isForced),
  );

/** What keeps somebody out of the page shown, as axe sees it. */
export const barriers = async (page: Page, { isForced }: View): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    // react-aria's live region: what it said stays a while, naming controls that are gone.
    .exclude('[data-live-announcer]')
    // axe reads the page's colours where the system's are shown.
    .disableRules(isForced ? ['color-contrast'] : [])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
};

/** Looks at the screen shown now in every view: no account, no barrier, no sideways scrolling. Ends in English. */
export const inspect = async (
  companion: Companion,
  screen: string,
  views = VIEWS,
): Promise<void> => {
  const { page } = companion;
  const folder = join('test-results', 'screens');
  mkdirSync(folder, { recursive: true });
  for (const view of views) {
    const name = `${screen}-${nameOf(view)}`;
    await take(companion, view);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    const text = (await shownText(page)).replaceAll(SAYS_NONE, '').replaceAll(NAMES_PARTNER, '');
    expect.soft(text, name).not.toMatch(ACCOUNT);
    expect.soft(await page.locator(FIELDS).count(), name).toBe(0);
    const room = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect.soft(room, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
    if (barrierViews(views).includes(view))
      expect.soft(await barriers(page, view), name).toEqual([]);
  }
  await speak(page, 'en');
};

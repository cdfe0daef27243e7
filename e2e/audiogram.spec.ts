import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { EARS, fromReading, type EarThresholds } from '../src/hearing/hearing-test';
import { FEW_VIEWS, inspect } from './screens/views';
import type { Companion } from './support/launch';
import {
  answerSaveDialog,
  chooseFile,
  estimate,
  notice,
  onboard,
  onScreen,
  press,
  snapshotOf,
} from './support/steps';
import { expect, test } from './support/test';
import { say } from './support/words';

const HEADER = 'ear,frequency_hz,threshold_db_hl,no_response';
/** As a clinic writes it: 5 dB steps, one tone that was not heard, one level between the steps. */
const ROWS = [
  ...['right,250,10,', 'right,500,10,', 'right,1000,15,', 'right,2000,22.5,', 'right,3000,30,'],
  ...['right,4000,45,', 'right,8000,60,'],
  ...['left,250,5,', 'left,500,10,', 'left,1000,10,', 'left,2000,20,', 'left,4000,55,'],
  'left,8000,90,yes',
];
const CSV = [HEADER, ...ROWS].join('\n');

const EARS_OF_CSV = Object.fromEntries(
  EARS.map((ear) => [
    ear,
    ROWS.map((row) => row.split(','))
      .filter(([side]) => side === ear)
      .map(([, hz, reading, unheard]) => ({
        frequencyHz: Number(hz),
        theta50DbHl: fromReading(Number(reading)),
        sdDb: null,
        presentations: 0,
        flag: unheard ? 'no-response' : 'ok',
      })),
  ]),
) as unknown as EarThresholds;

const openFile = (page: Page, name: string, content: string): Promise<void> =>
  chooseFile(page, say('bring.openFile'), name, content);

const profileOf = async (page: Page) => {
  const { profile } = await snapshotOf(page);
  return profile.status === 'ready' ? profile.profile : null;
};

/** Goes to the place for files of the screen that takes an audiogram in. */
const toFiles = async (page: Page): Promise<void> => {
  await onScreen(page, 'bring-audiogram');
  await page.getByText(say('bring.file'), { exact: true }).click();
};

/** Saves the test shown by the menu; answers what was written. */
const saveAs = async (
  companion: Companion,
  item: 'exportJson' | 'exportCsv' | 'exportSvg' | 'exportPng' | 'exportPdf',
): Promise<Buffer> => {
  const { page, home } = companion;
  const file = join(home.env.HOME, `saved.${item}`);
  await answerSaveDialog(companion, file);
  await press(page, say('audiogram.export'));
  await page.getByRole('menuitem', { name: say(`audiogram.${item}`) }).click();
  await expect.poll(() => saved(file)).not.toBeNull();
  await expect(notice(page, 'outcome')).toContainText(say('audiogram.saved'));
  return readFileSync(file);
};

/** Written whole or not at all. */
const saved = (file: string): Buffer | null => {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
};

/** Where the grid's lines and its frequencies stand on the screen, in pixels. */
const gridOf = (page: Page) =>
  page.locator('figure svg[role="img"]').evaluate((svg) => {
    const boxes = [...svg.querySelectorAll('line')].map((line) => line.getBoundingClientRect());
    const labels = [...svg.querySelectorAll('text')].map((text): [string, number] => {
      const { left, width } = text.getBoundingClientRect();
      return [text.textContent, left + width / 2];
    });
    const sorted = (places: number[]): number[] => places.toSorted((a, b) => a - b);
    return {
      columns: sorted(boxes.filter(({ width }) => width < 1).map(({ left }) => left)),
      rows: sorted(boxes.filter(({ height }) => height < 1).map(({ top }) => top)),
      labels: Object.fromEntries(labels),
    };
  });

/** Width of each octave and height of 20 dB, as drawn. */
const scaleOf = async (page: Page) => {
  const { columns, rows, labels } = await gridOf(page);
  const columnAt = (hz: number): number => {
    const at = labels[String(hz)] ?? Number.NaN;
    return columns.reduce((best, one) => (Math.abs(one - at) < Math.abs(best - at) ? one : best));
  };
  const octaves = [250, 500, 1000, 2000, 4000].map((hz) => columnAt(2 * hz) - columnAt(hz));
  const twentyDb = rows.slice(2).map((row, index) => row - (rows[index] ?? Number.NaN));
  return { octaves, twentyDb };
};

test('an audiogram is brought by its file, drawn to scale, saved in every form, and comes back the same', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const companion = await launch();
  const { page } = companion;
  await onboard(page);
  await onScreen(page, 'choose-start');
  await press(page, say('choose.bring'));
  const use = page.getByRole('button', { name: say('bring.use') });

  await toFiles(page);
  await openFile(page, 'clinic.csv', CSV);
  await expect(notice(page, 'file')).toContainText('clinic.csv');
  await expect(page.getByText('22.5')).toBeVisible();
  for (const [name, content] of [
    ['louder than anything', CSV.replace('right,1000,15', 'right,1000,500')],
    ['one ear', [HEADER, ...ROWS.slice(0, 7)].join('\n')],
    ['a picture', '\u0089PNG\r\n\u001a\n\u0000'],
    ['half of it', '{"schema":"mimi-companion/hearing-test/1","ears":{"right":['],
  ] as const) {
    await openFile(page, name, content);
    await expect(notice(page, 'file')).toContainText(say('bring.fileRefused'));
    await expect(notice(page, 'file')).toContainText(name);
    await expect(use).toBeEnabled();
  }
  await page.getByText(say('bring.table'), { exact: true }).click();
  const cell = say('bring.cell', { ear: say('profile.right'), hz: '2000' });
  await expect(page.getByLabel(cell, { exact: true })).toHaveValue('22.5');
  await inspect(companion, 'bring-audiogram', FEW_VIEWS);
  await use.click();
  await onScreen(page, 'profile');
  expect(await profileOf(page)).toMatchObject({
    test: { source: 'import', levels: 'known', ears: EARS_OF_CSV },
    count: 1,
  });

  await press(page, say('profile.showAudiogram'));
  await onScreen(page, 'audiogram');
  await inspect(companion, 'audiogram', FEW_VIEWS);
  const { octaves, twentyDb } = await scaleOf(page);
  expect(octaves).toHaveLength(5);
  expect(twentyDb).toHaveLength(12);
  for (const octave of octaves)
    for (const height of twentyDb) expect(Math.abs(octave - height)).toBeLessThanOrEqual(1);

  await page.getByText(say('profile.numbers')).click();
  const row = (hz: number) =>
    page.getByRole('row', { name: new RegExp(`^${hz} `) }).getByRole('cell');
  await expect(row(4000)).toHaveText(['45', '55']);
  await expect(row(3000)).toHaveText(['30', '–']);
  await expect(row(8000)).toHaveText(['60', say('audiogram.notHeard', { level: '90' })]);

  const json = (await saveAs(companion, 'exportJson')).toString();
  expect(JSON.parse(json)).toMatchObject({ source: 'import', ears: EARS_OF_CSV });
  const csv = (await saveAs(companion, 'exportCsv')).toString();
  expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(ROWS.length + 1);
  const svg = (await saveAs(companion, 'exportSvg')).toString();
  expect(svg).toMatch(/^<svg[^>]+xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).not.toMatch(/class=|var\(/);
  const png = await saveAs(companion, 'exportPng');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(800);
  const pdf = (await saveAs(companion, 'exportPdf')).toString('latin1');
  expect(pdf).toMatch(/^%PDF-/);
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  for (const [name, content] of [
    ['mine.json', json],
    ['mine.csv', csv],
  ] as const) {
    await press(page, say('audiogram.bring'));
    await toFiles(page);
    await openFile(page, name, content);
    await expect(notice(page, 'file')).toContainText(say('bring.fileRead', { name }));
    await expect(page.locator('[data-screen="bring-audiogram"] li')).toHaveCount(0);
    await use.click();
    await onScreen(page, 'profile');
    expect((await profileOf(page))?.test).toMatchObject({ source: 'import', ears: EARS_OF_CSV });
    await press(page, say('profile.showAudiogram'));
  }

  const tests = page.locator('section[aria-labelledby="tests"] li');
  await expect(tests).toHaveCount(3);
  const newest = (await profileOf(page))?.test.id;
  await tests
    .first()
    .getByRole('button', { name: say('audiogram.remove') })
    .click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('audiogram.remove') })
    .click();
  await expect(notice(page, 'outcome')).toContainText(say('audiogram.removed'));
  await expect(tests).toHaveCount(2);
  const after = await profileOf(page);
  expect(after).toMatchObject({ count: 2, test: { ears: EARS_OF_CSV } });
  expect(after?.test.id).not.toBe(newest);
});

test('a dialog that is cancelled, or a place that is closed, saves nothing and says so', async ({
  launch,
  home,
}) => {
  const companion = await launch();
  const { page } = companion;
  await onboard(page);
  await estimate(page);
  await press(page, say('profile.showAudiogram'));
  const save = async (file: string | null): Promise<void> => {
    await answerSaveDialog(companion, file);
    await press(page, say('audiogram.export'));
    await page.getByRole('menuitem', { name: say('audiogram.exportJson') }).click();
  };
  await save(join(home.folder, 'missing', 'a.json'));
  await expect(notice(page, 'outcome')).toContainText(say('errors.app/file-not-written'));
  await save(null);
  await expect(notice(page, 'outcome')).toBeHidden();
});

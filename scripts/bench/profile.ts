import { createTestHome, type TestHome } from '../../e2e/support/test-home';
import type { Setting } from './setting';
import { runApp, runHeadless } from './start-electron';
import { median, rounded } from './statistics';

const PAIRS = 15;
const MANY = 500;

/** A home whose profile has `count` hearing tests, known to the app as to the service. */
const homeWith = async (setting: Setting, count: number): Promise<TestHome> => {
  const home = createTestHome(setting.desktop.user);
  const env = { BENCH_TESTS: String(count) };
  await runApp(setting, setting.app, home, 'onboard');
  await runApp(setting, setting.app, home, 'settle');
  await runHeadless(setting, 'fill', home, env);
  await runApp(setting, setting.app, home, 'settle', env);
  return home;
};

/** Milliseconds from the page's request of the snapshot to the frame after the profile is drawn. */
const take = async (setting: Setting, home: TestHome): Promise<number> => {
  const { readyAt, marks } = (await runApp(setting, setting.app, home, 'startup')).report;
  const asked = marks?.['asked'];
  if (readyAt === undefined || asked === undefined) throw new Error('The report lacks its figure');
  return readyAt - asked;
};

/** From snapshot request to painted profile with 500 stored tests, against with one; by turns. */
export const benchProfile = async (setting: Setting) => {
  const homes: TestHome[] = [];
  const figures: { readonly one: number; readonly many: number }[] = [];
  try {
    for (const count of [1, MANY]) homes.push(await homeWith(setting, count));
    const [ofOne, ofMany] = homes;
    if (!ofOne || !ofMany) throw new Error('Two homes are needed');
    for (let i = 0; i <= PAIRS; i += 1) {
      // Whoever is second finds the disk warm: each is as often.
      const late = i % 2 === 0 ? null : await take(setting, ofMany);
      const one = await take(setting, ofOne);
      const pair = { one, many: late ?? (await take(setting, ofMany)) };
      if (process.env['BENCH_VERBOSE']) process.stderr.write(`${JSON.stringify(pair)}\n`);
      // The first pair warms the disk up and is not counted.
      if (i > 0) figures.push(pair);
    }
  } finally {
    for (const home of homes) await home.remove();
  }
  const one = median(figures.map((pair) => pair.one));
  const many = median(figures.map((pair) => pair.many));
  return {
    ratio: rounded(many / one),
    limit: 1.1,
    oneMs: rounded(one, 1),
    manyMs: rounded(many, 1),
    tests: MANY,
    runs: PAIRS,
  };
};

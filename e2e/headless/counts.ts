const numberOf = (variable: string, otherwise: number): number => {
  const text = process.env[variable];
  const number = Number(text ?? otherwise);
  if (!Number.isInteger(number) || number < 0) throw new Error(`${variable} is no whole number`);
  return number;
};

/** How much is run: by default what fits in a minute and a half, in `npm run verify` the full counts. */
export const COUNTS = {
  /** Kills at each named step. */
  perStep: numberOf('HEADLESS_PER_STEP', 1),
  /** Of the named steps, every so many. */
  everySteps: numberOf('HEADLESS_EVERY_STEPS', 4),
  randomKills: numberOf('HEADLESS_RANDOM_KILLS', 20),
  /** Kills of one hearing test. */
  testKills: numberOf('HEADLESS_TEST_KILLS', 5),
  /** Kills of each thing done about a partner account; 0: at every named step. */
  partnerKills: numberOf('HEADLESS_PARTNER_KILLS', 2),
  /** Generated damages per store, beside those made by hand. */
  mutations: numberOf('HEADLESS_MUTATIONS', 10),
  /** The same in every run of the tests, another in every `npm run verify`. */
  seed: numberOf('HEADLESS_SEED', 20_261_122),
} as const;

/** One step to look at alone, as `flow:number`: all steps of all flows where it is not set. */
export const onlyStep = (flow: string): number | undefined => {
  const [only, step] = (process.env['HEADLESS_ONLY'] ?? '').split(':');
  return only === flow ? Number(step) : undefined;
};

/** False for the flows that a run for one step leaves out. */
export const isAskedFor = (flow: string): boolean => {
  const only = process.env['HEADLESS_ONLY'];
  return only === undefined || only.startsWith(`${flow}:`);
};

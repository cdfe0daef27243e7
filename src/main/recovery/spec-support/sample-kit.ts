import type { AnonymousId } from '../../../contract/anonymous-id';
import type { HearingTest } from '../../../hearing/hearing-test';
import type { KitContent } from '../kit-content';

/** Made up, like everything else in here. */
export const SAMPLE_ID = '7f1c0de5-0000-4000-8000-00005eed1234' as AnonymousId;

const base = {
  yearOfBirth: 1966,
  ears: {
    left: [
      { frequencyHz: 1000, theta50DbHl: 17.5, sdDb: null, presentations: 0, flag: 'ok' },
      { frequencyHz: 4000, theta50DbHl: 42.5, sdDb: null, presentations: 0, flag: 'no-response' },
    ],
    right: [{ frequencyHz: 1000, theta50DbHl: 12.5, sdDb: null, presentations: 0, flag: 'ok' }],
  },
} as const;

/** One test of each source, newest first. */
const SAMPLE_TESTS: readonly HearingTest[] = [
  {
    ...base,
    source: 'ptt',
    id: '33333333-2222-4333-8444-555555555555',
    takenAt: 1_700_000_000_002,
    engine: 'bayesian',
    tier: 'B',
    device: { name: 'Made-up output', headphones: 'Made-up headphones', volume: 0.4 },
    catchTrials: { count: 12, hits: 1 },
    retest1k: { left: 1.5, right: null },
    confidence: 'ok',
  },
  {
    ...base,
    source: 'import',
    levels: 'known',
    id: '22222222-2222-4333-8444-555555555555',
    takenAt: 1_700_000_000_001,
  },
  {
    ...base,
    source: 'age',
    id: '11111111-2222-4333-8444-555555555555',
    takenAt: 1_700_000_000_000,
  },
];

/** What the golden kit holds, and other kits in tests. */
export const SAMPLE_CONTENT: KitContent = {
  service: 'embedded',
  userId: 'user-of-the-golden-kit',
  anonymousId: SAMPLE_ID,
  createdAt: 1_690_000_000_000,
  yearOfBirth: 1966,
  product: 'mimi-companion',
  data: { tests: [...SAMPLE_TESTS], settings: { loudness: 0.5 } },
};

export const SAMPLE_MADE_AT = 1_700_000_100_000;

/** Passphrase of the golden kit; it protects nothing real. */
export const SAMPLE_PASSPHRASE = 'golden kit, für immer';

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { toAppError } from '../../contract/errors';
import { openKit, sealKit, unsealKit } from './kit';
import { MAX_KIT_BYTES, parseKit } from './kit-header';
import { derivePassphraseKey } from './passphrase-file';
import { quickKey } from './spec-support/quick-key';
import {
  SAMPLE_CONTENT,
  SAMPLE_ID,
  SAMPLE_MADE_AT,
  SAMPLE_PASSPHRASE,
} from './spec-support/sample-kit';

const SEED = 20_261_122;
/** `npm run verify` asks for 30 through the whole derivation. */
const WHOLE = Number(process.env['KIT_WHOLE_DERIVATIONS'] ?? 3);

const golden = readFileSync(join(import.meta.dirname, 'golden/version-1.mimikit'));

const seal = (content = SAMPLE_CONTENT, passphrase = SAMPLE_PASSPHRASE): Promise<Buffer> =>
  sealKit(content, passphrase, { randomBytes, madeAt: SAMPLE_MADE_AT, deriveKey: quickKey });

const open = async (file: Buffer, passphrase = SAMPLE_PASSPHRASE, derive = quickKey) =>
  openKit(parseKit(file), passphrase, derive);

const codeOf = (work: () => unknown): Promise<string> =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'opened',
      (thrown: unknown) => toAppError(thrown).code,
    );

/** The kit with its header's text changed and everything else as it was. */
const withHeader = (file: Buffer, change: (text: string) => string): Buffer => {
  const at = file.indexOf('\n') + 1;
  const end = file.indexOf('\n', at);
  const text = change(file.toString('latin1', at, end));
  return Buffer.concat([file.subarray(0, at), Buffer.from(text, 'latin1'), file.subarray(end)]);
};

describe('a kit of version 1', () => {
  it('opens for ever', async () => {
    const kit = parseKit(golden);
    expect(kit.madeAt).toBe(SAMPLE_MADE_AT);
    expect(await openKit(kit, SAMPLE_PASSPHRASE, derivePassphraseKey)).toEqual(SAMPLE_CONTENT);
    // Typed on another keyboard: "ü" as two characters.
    expect(await openKit(kit, SAMPLE_PASSPHRASE.normalize('NFD'), derivePassphraseKey)).toEqual(
      SAMPLE_CONTENT,
    );
  });

  it('shows nothing of what is in it', () => {
    const tail = SAMPLE_ID.slice(-12);
    for (const secret of [SAMPLE_ID, tail, SAMPLE_ID.replaceAll('-', ''), '1966', 'hearing'])
      expect(golden.includes(secret), secret).toBe(false);
    expect(golden.includes(Buffer.from(SAMPLE_ID.replaceAll('-', ''), 'hex'))).toBe(false);
  });
});

describe('making a kit', () => {
  it('gives back what was put in, and never the same file twice', async () => {
    const [first, second] = [await seal(), await seal()];
    expect(await open(first)).toEqual(SAMPLE_CONTENT);
    expect(first.equals(second)).toBe(false);
    const remote = { ...SAMPLE_CONTENT, service: 'https://a.example#b', data: null };
    expect(await open(await seal(remote))).toEqual(remote);
  });

  it('takes no short passphrase, whatever it is made of', async () => {
    for (const short of ['', 'ninechars', 'é'.normalize('NFD').repeat(9), '🦉'.repeat(9)])
      expect(await codeOf(() => seal(SAMPLE_CONTENT, short))).toBe('kit/passphrase-too-short');
    expect(await codeOf(() => seal(SAMPLE_CONTENT, '🦉'.repeat(10)))).toBe('opened');
  });

  it('refuses to make one that could not be opened', async () => {
    const settings = { much: 'x'.repeat(MAX_KIT_BYTES) };
    const huge = { ...SAMPLE_CONTENT, data: { tests: [], settings } };
    expect(await codeOf(() => seal(huge))).toBe('kit/too-large');
  });
});

describe('a kit that does not open', () => {
  it('says why as far as that can be known', async () => {
    const file = await seal();
    const cases: [string, Buffer, string?][] = [
      ['kit/wrong-passphrase', file, 'golden kit, fur immer'],
      ['kit/wrong-passphrase', file, ''],
      ['kit/damaged', file.subarray(0, -1)],
      ['kit/damaged', file.subarray(0, 30)],
      ['kit/damaged', Buffer.concat([file, Buffer.from([0])])],
      ['kit/not-a-kit', Buffer.alloc(0)],
      ['kit/not-a-kit', file.subarray(0, 10)],
      ['kit/not-a-kit', Buffer.from('{"format":"mimi-companion-export"}')],
      ['kit/too-large', Buffer.concat([file, Buffer.alloc(MAX_KIT_BYTES)])],
      ['kit/newer-version', withHeader(file, () => '{"v":2,"kdf":"argon2id"}')],
      ['kit/damaged', withHeader(file, (text) => text.replace('"v":1', '"v":0'))],
      ['kit/damaged', withHeader(file, (text) => `${text.slice(0, -1)},"more":1}`)],
      ['kit/damaged', withHeader(file, (text) => text.padEnd(2000))],
    ];
    for (const [code, bytes, passphrase] of cases)
      expect(await codeOf(() => open(bytes, passphrase))).toBe(code);
  });

  it('is refused before any work when it asks for another cost', async () => {
    const derive = vi.fn(quickKey);
    const file = await seal();
    for (const [from, to] of [
      ['"N":131072', '"N":1073741824'],
      ['"N":131072', '"N":2'],
      ['"r":8', '"r":1000000'],
      ['"p":1', '"p":4096'],
      ['"name":"scrypt"', '"name":"pbkdf2"'],
      ['aes-256-gcm', 'aes-256-ctr'],
    ] as const) {
      const other = withHeader(file, (text) => text.replace(from, to));
      expect(other.equals(file)).toBe(false);
      expect(await codeOf(() => open(other, SAMPLE_PASSPHRASE, derive))).toBe('kit/damaged');
    }
    expect(derive).not.toHaveBeenCalled();
  });

  it('that no app has written is damaged, and its words go nowhere', async () => {
    const strange = { ...SAMPLE_CONTENT, anonymousId: SAMPLE_ID.toUpperCase() as never };
    const file = await seal(strange);
    await expect(open(file)).rejects.toMatchObject({ code: 'kit/damaged', message: 'kit/damaged' });
  });
});

describe(`changed kits (seed ${SEED})`, () => {
  /** The golden kit with bytes changed, cut out, put in or repeated. */
  const mutation = fc
    .record({
      how: fc.constantFrom('flip', 'set', 'cut', 'insert', 'repeat'),
      // As often in the few bytes of the header as in the body.
      at: fc.oneof(fc.nat(300), fc.nat(golden.length - 1)),
      size: fc.integer({ min: 1, max: 40 }),
      byte: fc.nat(255),
    })
    .map(({ how, at, size, byte }) => {
      const bytes = Buffer.from(golden);
      const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
      if (how === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << (byte % 8));
      if (how === 'set') bytes[at] = byte;
      if (how === 'cut') return Buffer.concat([before, after.subarray(size)]);
      if (how === 'insert') return Buffer.concat([before, Buffer.alloc(size, byte), after]);
      if (how === 'repeat') return Buffer.concat([before, after.subarray(0, size), after]);
      return bytes;
    })
    .filter((bytes) => !bytes.equals(golden));

  const isWellFormed = (bytes: Buffer): boolean => {
    try {
      return parseKit(bytes).ct.length > 0;
    } catch {
      return false;
    }
  };

  const EXPECTED = ['kit/damaged', 'kit/not-a-kit', 'kit/newer-version', 'kit/wrong-passphrase'];

  it('1,000 with the right key at hand: none opens, none crashes', async () => {
    const { salt } = parseKit(golden);
    const key = await derivePassphraseKey(SAMPLE_PASSPHRASE, salt);
    expect(unsealKit(parseKit(golden), key)).toEqual(SAMPLE_CONTENT);
    const seen: Record<string, number> = {};
    for (const bytes of fc.sample(mutation, { seed: SEED, numRuns: 1_000 })) {
      const code = await codeOf(() => unsealKit(parseKit(bytes), key));
      seen[code] = (seen[code] ?? 0) + 1;
    }
    expect(EXPECTED).toEqual(expect.arrayContaining(Object.keys(seen)));
    expect(seen['kit/wrong-passphrase']).toBeGreaterThan(100);
    expect(seen['kit/damaged']).toBeGreaterThan(100);
    console.info(`1,000 changed kits, none opened: ${JSON.stringify(seen)}`);
  });

  it(`${WHOLE} through the whole derivation: none opens, none costs more than a good one`, async () => {
    const timed = async (file: Buffer): Promise<{ code: string; ms: number }> => {
      const began = performance.now();
      const code = await codeOf(() => open(file, SAMPLE_PASSPHRASE, derivePassphraseKey));
      return { code, ms: performance.now() - began };
    };
    // Peak of the whole process: a derivation that took more than a good one did would raise it.
    const peakMb = (): number => process.resourceUsage().maxRSS / 1024;
    const good = await timed(golden);
    const goodMb = peakMb();
    let slowest = 0;
    expect(good.code).toBe('opened');
    // What is refused before any work is no test of the work.
    const derived = mutation.filter(isWellFormed);
    for (const bytes of fc.sample(derived, { seed: SEED + 1, numRuns: WHOLE })) {
      const { code, ms } = await timed(bytes);
      expect(code).toBe('kit/wrong-passphrase');
      // Generous: the machine has other things to do.
      expect(ms).toBeLessThan(4 * good.ms + 1_000);
      slowest = Math.max(slowest, ms);
    }
    const moreMb = peakMb() - goodMb;
    // Half of what one derivation takes.
    expect(moreMb).toBeLessThan(64);
    const figures = [good.ms, slowest, moreMb].map(Math.round);
    console.info(
      `a good kit took ${figures[0]} ms, the slowest of ${WHOLE} changed ones ${figures[1]} ms and ${figures[2]} MB more`,
    );
  }, 120_000);
});

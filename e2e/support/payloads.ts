import fc from 'fast-check';
import { z } from 'zod';
import type { Invoke } from '../../src/contract/ipc/define';

/** A value as JSON, with a tag where JSON has no words for it; a page puts it together again. */
export type Coded =
  | { readonly t: 'plain'; readonly v: string | number | boolean | null }
  | { readonly t: 'number' | 'bigint'; readonly v: string }
  | { readonly t: 'array'; readonly v: readonly Coded[] }
  | { readonly t: 'object' | 'map'; readonly v: readonly (readonly [string, Coded])[] }
  | { readonly t: 'undefined' | 'cyclic' | 'date' | 'set' | 'function' | 'symbol' | 'error' }
  | { readonly t: 'long'; readonly v: number }
  | { readonly t: 'deep'; readonly v: number };

const plain = (v: string | number | boolean | null): Coded => ({ t: 'plain', v });

/** Any JSON-like value as generated, coded. */
const code = (value: unknown): Coded => {
  switch (typeof value) {
    case 'undefined':
      return { t: 'undefined' };
    case 'bigint':
      return { t: 'bigint', v: value.toString() };
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? plain(value)
        : { t: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    case 'string':
    case 'boolean':
      return plain(value);
    default:
      if (value === null) return plain(null);
      if (Array.isArray(value)) return { t: 'array', v: value.map(code) };
      return {
        t: 'object',
        v: Object.entries(value as Record<string, unknown>).map(
          ([key, part]) => [key, code(part)] as const,
        ),
      };
  }
};

const HOSTILE: readonly Coded[] = [
  { t: 'cyclic' },
  { t: 'date' },
  { t: 'set' },
  { t: 'function' },
  { t: 'symbol' },
  { t: 'error' },
  { t: 'map', v: [['yearOfBirth', plain(1980)]] },
  { t: 'deep', v: 500 },
  { t: 'number', v: 'NaN' },
  { t: 'number', v: 'Infinity' },
  { t: 'number', v: '-0' },
  { t: 'bigint', v: '1980' },
  { t: 'object', v: [['__proto__', { t: 'object', v: [['yearOfBirth', plain(1980)]] }]] },
  { t: 'object', v: [['constructor', { t: 'object', v: [['prototype', plain(null)]] }]] },
];

/** One megabyte of text, and a nesting no schema has: a few of each, for they cost time. */
const HUGE: readonly Coded[] = [
  { t: 'long', v: 1_000_000 },
  { t: 'object', v: [['confirmation', { t: 'long', v: 1_000_000 }]] },
  { t: 'object', v: [['id', { t: 'long', v: 1_000_000 }]] },
  { t: 'deep', v: 100_000 },
];

const anything: fc.Arbitrary<Coded> = fc.oneof(
  fc.anything({ withBigInt: true, withNullPrototype: false, maxDepth: 3, maxKeys: 4 }).map(code),
  fc.constantFrom(...HOSTILE),
);

/** A number within what the schema names; whole where it asks for that. */
const anyNumber = (schema: z.ZodNumber): fc.Arbitrary<number> => {
  const min = schema.minValue ?? 0;
  const max = schema.maxValue ?? 1000;
  const isWhole = schema.format === 'safeint';
  return isWhole
    ? fc.integer({ min: Math.max(min, -1e6), max: Math.min(max, 1e6) })
    : fc.double({ min: Math.max(min, -1e6), max: Math.min(max, 1e6), noNaN: true });
};

const anyString = (schema: z.ZodString): fc.Arbitrary<string> => {
  const patterns = schema.def.checks?.map((check) => check._zod.def) ?? [];
  for (const check of patterns) {
    if ('pattern' in check && check.pattern instanceof RegExp) {
      return fc.stringMatching(check.pattern);
    }
  }
  return fc.string({ minLength: schema.minLength ?? 0, maxLength: 32 });
};

/** Values of the right shape: what a schema asks for beyond that, an order for one, they may still miss. */
const shaped = (schema: z.core.$ZodType): fc.Arbitrary<unknown> => {
  if (schema instanceof z.ZodVoid) return fc.constant(undefined);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodString) return anyString(schema);
  if (schema instanceof z.ZodNumber) return anyNumber(schema);
  if (schema instanceof z.ZodOptional) {
    return fc.option(shaped(schema.unwrap()), { nil: undefined });
  }
  if (schema instanceof z.ZodNullable) return fc.option(shaped(schema.unwrap()));
  if (schema instanceof z.ZodReadonly) return shaped(schema.unwrap());
  // Few: an order asked for is then met often enough.
  if (schema instanceof z.ZodArray) {
    return fc.array(shaped(schema.element), { minLength: 2, maxLength: 2 });
  }
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(shaped));
  if (schema instanceof z.ZodObject) {
    const shape: Record<string, z.ZodType> = schema.shape;
    const fields = Object.entries(shape);
    return fc.record(Object.fromEntries(fields.map(([key, part]) => [key, shaped(part)])));
  }
  throw new Error(`No generator for ${schema.constructor.name}`);
};

/** Valid values of a call's input. Covers the few kinds of schema the contract has. */
export const validInput = (schema: z.ZodType): fc.Arbitrary<unknown> =>
  shaped(schema).filter((value) => schema.safeParse(value).success);

/** Valid values with one thing wrong: a field changed, missing or added. */
const nearlyValid = (schema: z.ZodType): fc.Arbitrary<Coded> =>
  fc
    .tuple(
      validInput(schema).map(code),
      anything,
      fc.nat(),
      fc.constantFrom('change', 'drop', 'add'),
    )
    .map(([valid, wrong, at, how]): Coded => {
      if (valid.t !== 'object') return wrong;
      const fields = [...valid.v];
      const index = at % Math.max(fields.length, 1);
      const name = fields[index]?.[0] ?? 'extra';
      if (how === 'add') return { t: 'object', v: [...fields, ['extra', wrong]] };
      if (how === 'drop') return { t: 'object', v: fields.filter((_, i) => i !== index) };
      return { t: 'object', v: fields.map((f, i) => (i === index ? [name, wrong] : f)) };
    });

/** Puts a value together again, as the page does it. */
export const decode = (coded: Coded): unknown => {
  switch (coded.t) {
    case 'plain':
      return coded.v;
    case 'number':
      return Number(coded.v);
    case 'bigint':
      return BigInt(coded.v);
    case 'array':
      return coded.v.map(decode);
    case 'object': {
      const made: Record<string, unknown> = {};
      for (const [key, part] of coded.v) {
        const value = decode(part);
        Object.defineProperty(made, key, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      }
      return made;
    }
    case 'map':
      return new Map(coded.v.map(([key, part]) => [key, decode(part)]));
    case 'undefined':
      return undefined;
    case 'cyclic': {
      const made: Record<string, unknown> = { yearOfBirth: 1980 };
      made['self'] = made;
      return made;
    }
    case 'date':
      return new Date(0);
    case 'set':
      return new Set([1980]);
    case 'function':
      return () => 1980;
    case 'symbol':
      return Symbol('year');
    case 'error':
      return new Error('year');
    case 'long':
      return 'x'.repeat(coded.v);
    case 'deep': {
      let made: unknown = 1980;
      for (let depth = 0; depth < coded.v; depth += 1) made = { yearOfBirth: made };
      return made;
    }
    default:
      return coded satisfies never;
  }
};

/** True if main may take it: valid as it is, or once a copy has lost what copying loses. */
export const isAcceptable = ({ input }: Invoke, coded: Coded): boolean => {
  const withoutProto = (each: Coded): Coded =>
    each.t === 'object'
      ? {
          t: 'object',
          v: each.v
            .filter(([key]) => key !== '__proto__')
            .map(([key, v]) => [key, withoutProto(v)]),
        }
      : each;
  // Not decoded: no schema is as deep or long, and looking would take long.
  if (coded.t === 'deep' || coded.t === 'long') return false;
  return [coded, withoutProto(coded)].some((each) => input.safeParse(decode(each)).success);
};

/** `count` payloads of which main must refuse every one; the same for the same seed. */
export const refusedPayloads = (call: Invoke, seed: number, count: number): Coded[] => {
  const one = fc.oneof(anything, nearlyValid(call.input)).filter((c) => !isAcceptable(call, c));
  return [...HUGE, ...fc.sample(one, { seed, numRuns: count - HUGE.length })];
};

/** A few payloads that main takes. */
export const validPayloads = (call: Invoke, seed: number, count: number): Coded[] =>
  fc.sample(validInput(call.input), { seed, numRuns: count }).map(code);

import { expect, it } from 'vitest';
import { strengthOf } from './strength';

it('judges by length as a person counts it', () => {
  expect(strengthOf('')).toEqual({ type: 'none' });
  expect(strengthOf('é'.normalize('NFD').repeat(9))).toEqual({ type: 'short', missing: 1 });
  expect(strengthOf('🦉'.repeat(10))).toEqual({ type: 'fair' });
  const alphabet = 'abcdefghijklmnopqrstuvwxyz';
  expect(strengthOf(alphabet.slice(0, 15))).toEqual({ type: 'fair' });
  expect(strengthOf(alphabet.slice(0, 16))).toEqual({ type: 'good' });
  expect(strengthOf(alphabet.slice(0, 24))).toEqual({ type: 'strong' });
  expect(strengthOf('two owls under a roof sing')).toEqual({ type: 'strong' });
  expect(strengthOf('x'.repeat(40))).toEqual({ type: 'fair' });
});

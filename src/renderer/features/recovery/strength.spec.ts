import { expect, it } from 'vitest';
import { strengthOf } from './strength';

it('judges by length as a person counts it', () => {
  expect(strengthOf('')).toEqual({ type: 'none' });
  expect(strengthOf('é'.normalize('NFD').repeat(9))).toEqual({ type: 'short', missing: 1 });
  expect(strengthOf('🦉'.repeat(10))).toEqual({ type: 'fair' });
  expect(strengthOf('x'.repeat(15))).toEqual({ type: 'fair' });
  expect(strengthOf('x'.repeat(16))).toEqual({ type: 'good' });
  expect(strengthOf('x'.repeat(24))).toEqual({ type: 'strong' });
});

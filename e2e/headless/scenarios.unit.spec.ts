import { describe, expect, it } from 'vitest';
import { SCENARIO_NAMES, type ScenarioResult } from '../../src/contract/ipc/lab/scenarios';
import { playScenarios } from './play-scenarios';
import { BROKEN_RULES, findWith } from './scenario-defects';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/;

const otherwise = (results: readonly ScenarioResult[]): string[] =>
  results.flatMap(({ name, expectations }) =>
    expectations
      .filter(({ ok }) => !ok)
      .map(({ what, expected, actual }) => `${name}: ${what}: ${expected} -> ${actual}`),
  );

describe('the scenarios', () => {
  it('all go as expected, and tell no id', async () => {
    const told: ScenarioResult[] = [];
    const results = await playScenarios(SCENARIO_NAMES, { changed: (each) => told.push(each) });
    expect(otherwise(results)).toEqual([]);
    expect(results.map(({ name, status }) => `${name} ${status}`)).toEqual(
      SCENARIO_NAMES.map((name) => `${name} passed`),
    );
    expect(JSON.stringify([told, results])).not.toMatch(UUID);
  }, 90_000);

  it('end within one when they are stopped', async () => {
    const stopping = new AbortController();
    const results = await playScenarios(['kill-while-creating', 'unknown-id'], {
      signal: stopping.signal,
      changed: ({ steps }) => {
        if (steps.length === 2) stopping.abort();
      },
    });
    expect(results.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  }, 60_000);

  // The others: npm run verify.
  it.each(BROKEN_RULES.slice(0, 2))(
    'are red when $name',
    async (rule) => {
      expect(await findWith(rule)).not.toBeNull();
    },
    60_000,
  );
});

import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCENARIO_NAMES } from '../../../contract/ipc/lab/scenarios';
import { createFakeClock } from '../../mimi-core/spec-support/fake-clock';
import { createLabScenarios } from './lab-scenarios';
import type { Spawn } from './scratch-process';

/** Processes that answer nothing; each ends when killed, or at once. */
const createBench = ({ endsAtOnce = false } = {}) => {
  const folders: string[] = [];
  const closing = new AbortController();
  let running = 0;
  const spawn: Spawn = () => {
    running += 1;
    let end: (how: string) => void = () => undefined;
    const gone = (how: string): void => {
      running -= 1;
      end(how);
    };
    if (endsAtOnce) setImmediate(gone, 'code 1');
    return {
      kill: () => gone('SIGKILL'),
      send: () => undefined,
      onMessage: () => undefined,
      onGone: (listener) => (end = listener),
    };
  };
  const makeFolder = (): string => {
    folders.push(mkdtempSync(join(tmpdir(), 'scenarios-')));
    return folders.at(-1)!;
  };
  const clock = createFakeClock();
  const scenarios = createLabScenarios({
    ...{ spawn, makeFolder, clock, changed: () => undefined, closed: closing.signal },
  });
  return { scenarios, folders, closing, running: () => running };
};

describe('the scenarios of the Lab', () => {
  it('have not run at first, in the order of the report', () => {
    const { results, running, startedAt } = createBench().scenarios.view();
    expect(results.map(({ name }) => name)).toEqual(SCENARIO_NAMES);
    expect(results.every(({ status }) => status === 'not-run')).toBe(true);
    expect([running, startedAt]).toEqual([false, null]);
  });

  it('are red, and say why, when their processes do not start', async () => {
    const { scenarios, folders } = createBench({ endsAtOnce: true });
    await scenarios.run(['unknown-id', 'reinstall']);
    const { results, running } = scenarios.view();
    const begun = results.filter(({ status }) => status !== 'not-run');
    expect(begun.map(({ name, status }) => [name, status])).toEqual([
      ['reinstall', 'failed'],
      ['unknown-id', 'failed'],
    ]);
    expect(begun[0]?.expectations).toEqual([
      { after: 'start', what: 'finished', expected: 'yes', actual: 'lab/process-ended', ok: false },
    ]);
    expect(running).toBe(false);
    expect(existsSync(folders[0]!)).toBe(false);
  });

  it('are not begun twice, and end with the Lab', async () => {
    const { scenarios, closing, folders, running } = createBench();
    const ended = scenarios.run(['clean-start']);
    expect(scenarios.view().running).toBe(true);
    await expect(scenarios.run(['clean-start'])).rejects.toMatchObject({ code: 'lab/busy' });
    closing.abort();
    await ended;
    expect(scenarios.view().results[0]?.status).toBe('cancelled');
    expect(running()).toBe(0);
    expect(existsSync(folders[0]!)).toBe(false);
  });
});

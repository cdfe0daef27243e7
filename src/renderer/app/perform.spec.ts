import { beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../contract/errors';
import type { Snapshot } from '../../contract/ipc/snapshot';
import { showSnapshot } from '../stores/snapshot-store';
import { goTo, useUi } from '../stores/ui-store';
import { perform } from './perform';

const ok: Result<string> = { ok: true, value: 'saved' };
const failed = (code: 'service/offline' | 'session/cancelled'): Result<string> => ({
  ok: false,
  error: { code },
});

beforeEach(() => useUi.setState({ place: null, pending: [], outcome: null }));

describe('perform', () => {
  it('runs an action once at a time, and never waits for another', async () => {
    let finish: (result: Result<string>) => void = () => undefined;
    let calls = 0;
    const call = (): Promise<Result<string>> => {
      calls += 1;
      return new Promise((resolve) => (finish = resolve));
    };
    const first = perform('create', call);
    expect(useUi.getState().pending).toEqual(['create']);
    await perform('create', call);
    expect(calls).toBe(1);
    await perform('other', () => Promise.resolve(ok));
    expect(useUi.getState().pending).toEqual(['create']);
    finish(ok);
    await first;
    expect(useUi.getState().pending).toEqual([]);
  });

  it.each([
    ['nothing on success', ok, null],
    [
      'a failure',
      failed('service/offline'),
      { type: 'failed', error: { code: 'service/offline' } },
    ],
    [
      'that it was stopped, not a failure',
      failed('session/cancelled'),
      { type: 'said', key: 'app.cancelled' },
    ],
  ])('says %s', async (_name, result, outcome) => {
    await perform('x', () => Promise.resolve(result));
    expect(useUi.getState().outcome).toEqual(outcome);
  });

  it('says what the answer comes to', async () => {
    await perform(
      'x',
      () => Promise.resolve(ok),
      (value) => (value === 'saved' ? { type: 'said', key: 'settings.exported' } : null),
    );
    expect(useUi.getState().outcome).toEqual({ type: 'said', key: 'settings.exported' });
  });

  it('is ready again after a call that broke', async () => {
    await perform('x', () => Promise.reject(new Error('with a secret in it')));
    expect(useUi.getState()).toMatchObject({
      pending: [],
      outcome: { type: 'failed', error: { code: 'ipc/internal' } },
    });
  });
});

describe('places', () => {
  const snapshot = (status: 'signed-out' | 'active'): Snapshot =>
    ({ session: { status }, profile: { status: 'none' } }) as Snapshot;

  it('are left when somebody came or went, and kept otherwise', async () => {
    showSnapshot(snapshot('signed-out'));
    goTo('paste-key');
    await perform('x', () => Promise.resolve(failed('service/offline')));
    showSnapshot(snapshot('signed-out'));
    expect(useUi.getState().place).toBe('paste-key');
    showSnapshot(snapshot('active'));
    expect(useUi.getState()).toMatchObject({ place: null, outcome: null });
  });

  it('wait where a profile was made until it is known what there is to show', () => {
    const active = (status: 'loading' | 'none'): Snapshot =>
      ({ session: { status: 'active' }, profile: { status } }) as Snapshot;
    showSnapshot(snapshot('signed-out'));
    goTo('year-of-birth');
    showSnapshot(active('loading'));
    expect(useUi.getState().place).toBe('year-of-birth');
    showSnapshot(active('none'));
    expect(useUi.getState().place).toBeNull();
    goTo('settings');
    showSnapshot(active('loading'));
    showSnapshot(active('none'));
    expect(useUi.getState().place).toBe('settings');
  });

  it('leave behind what was said at the last one', async () => {
    await perform('x', () => Promise.resolve(failed('service/offline')));
    goTo('settings');
    expect(useUi.getState()).toMatchObject({ place: 'settings', outcome: null });
  });
});

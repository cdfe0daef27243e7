import { beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode, Result } from '../../contract/errors';
import type { Snapshot } from '../../contract/ipc/snapshot';
import { createMessages } from '../../messages/catalogue';
import { useActions } from '../stores/action-store';
import { showSnapshot } from '../stores/snapshot-store';
import { goTo, useUi } from '../stores/ui-store';
import { action } from './action';
import { done } from './said';

const [en, de] = [createMessages('en'), createMessages('de')];

const ok: Result<string> = { ok: true, value: 'saved' };
const failing = (code: ErrorCode, retryAfterMs?: number) => () =>
  Promise.resolve({ ok: false, error: { code, ...(retryAfterMs && { retryAfterMs }) } } as const);
const offline = action('x', failing('service/offline'));

const said = () => {
  const { said: last } = useActions.getState();
  return last && { tone: last.tone, en: last.say('en'), de: last.say('de') };
};

beforeEach(() => {
  useUi.setState({ place: null });
  useActions.setState({ pending: [], said: null });
});

describe('an action', () => {
  it('runs once at a time, and never waits for another', async () => {
    const ends: ((result: Result<string>) => void)[] = [];
    const create = action('create', () => new Promise<Result<string>>((end) => ends.push(end)));
    const first = create.run();
    expect(useActions.getState().pending).toEqual(['create']);
    expect(await create.run()).toBe(false);
    create();
    expect(ends).toHaveLength(1);
    expect(await action('other', () => Promise.resolve(ok)).run()).toBe(true);
    expect(useActions.getState().pending).toEqual(['create']);
    ends[0]?.(ok);
    expect(await first).toBe(true);
    expect(useActions.getState().pending).toEqual([]);
  });

  it('runs never beside another of the same key', async () => {
    const ends: ((result: Result<string>) => void)[] = [];
    const first = action('open', () => new Promise<Result<string>>((end) => ends.push(end))).run();
    expect(await action('open', () => Promise.resolve(ok)).run()).toBe(false);
    ends[0]?.(ok);
    expect(await first).toBe(true);
  });

  it('hands on what it was given', async () => {
    const save = action(
      'save',
      (name: string) => Promise.resolve({ ok: true, value: `${name}.json` } as const),
      (file, name) => done(() => `${name} as ${file}`),
    );
    await save.run('kit');
    expect(said()?.en).toBe('kit as kit.json');
  });

  it.each([
    ['nothing on success', () => Promise.resolve(ok), null],
    [
      'a failure',
      failing('service/offline'),
      {
        tone: 'danger',
        en: en('errors.service/offline'),
        de: de('errors.service/offline'),
      },
    ],
    [
      'a failure with the time to wait',
      failing('service/rate-limited', 2_100),
      {
        tone: 'danger',
        en: `${en('errors.service/rate-limited')} ${en('app.retryAfter', { seconds: 3 })}`,
        de: `${de('errors.service/rate-limited')} ${de('app.retryAfter', { seconds: 3 })}`,
      },
    ],
    [
      'that it was stopped, not a failure',
      failing('session/cancelled'),
      { tone: 'done', en: en('app.cancelled'), de: de('app.cancelled') },
    ],
  ])('says %s', async (_name, call, words) => {
    await action('x', call).run();
    expect(said()).toEqual(words);
  });

  it('says what the answer comes to', async () => {
    await action(
      'x',
      () => Promise.resolve(ok),
      (value) => (value === 'saved' ? done((messages) => messages('settings.exported')) : null),
    ).run();
    expect(said()).toEqual({
      ...{ tone: 'done', en: en('settings.exported'), de: de('settings.exported') },
    });
  });

  it('says a failure in words of its own where it has some, and any other in the usual ones', async () => {
    const own = { 'service/offline': { tone: 'danger', say: () => 'No such host.' } } as const;
    await action('x', failing('service/offline'), undefined, own).run();
    expect(said()?.en).toBe('No such host.');
    await action('x', failing('service/timeout'), undefined, own).run();
    expect(said()?.en).toBe(en('errors.service/timeout'));
  });

  it('is ready again after a call that broke, and says nothing of its text', async () => {
    expect(await action('x', () => Promise.reject(new Error('with a secret in it'))).run()).toBe(
      false,
    );
    expect(useActions.getState().pending).toEqual([]);
    expect(said()).toMatchObject({ tone: 'danger', en: en('errors.ipc/internal') });
  });
});

describe('places', () => {
  const snapshot = (status: 'signed-out' | 'active'): Snapshot =>
    ({ session: { status }, profile: { status: 'none' } }) as Snapshot;

  it('are left when somebody came or went, and kept otherwise', async () => {
    showSnapshot(snapshot('signed-out'));
    goTo('paste-key');
    await offline.run();
    showSnapshot(snapshot('signed-out'));
    expect(useUi.getState().place).toBe('paste-key');
    showSnapshot(snapshot('active'));
    expect([useUi.getState().place, said()]).toEqual([null, null]);
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
    await offline.run();
    goTo('settings');
    expect([useUi.getState().place, said()]).toEqual(['settings', null]);
  });
});

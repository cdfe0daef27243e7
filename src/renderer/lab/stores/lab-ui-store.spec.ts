import { beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../contract/errors';
import { createLabMessages } from '../../../messages/lab-catalogue';
import { goToView, runLab, saidOf, useLabUi } from './lab-ui-store';

const [en, de] = [createLabMessages('en'), createLabMessages('de')];

beforeEach(() => useLabUi.setState({ view: 'ids', pending: [], said: null }));

describe('an action of the Lab', () => {
  it('runs once at a time and is ready again when it ended', async () => {
    const ends: ((answer: Result<number>) => void)[] = [];
    const call = () => new Promise<Result<number>>((resolve) => ends.push(resolve));
    const first = runLab('swap', call);
    expect(await runLab('swap', call)).toBeUndefined();
    expect([ends.length, useLabUi.getState().pending]).toEqual([1, ['swap']]);
    ends[0]?.({ ok: true, value: 7 });
    expect(await first).toBe(7);
    expect(useLabUi.getState()).toMatchObject({ pending: [], said: null });
  });

  it('says a refusal in the language in use, and a call that broke without its text', async () => {
    await runLab('a', () =>
      Promise.resolve({ ok: false, error: { code: 'lab/wrong-passphrase' } }),
    );
    const said = useLabUi.getState().said;
    expect([said?.tone, said?.say(en)]).toEqual(['danger', en('errors.lab/wrong-passphrase')]);
    expect(said?.say(de)).toBe(de('errors.lab/wrong-passphrase'));
    await runLab('a', () => Promise.reject(new Error('secret')));
    expect(useLabUi.getState().said?.say(en)).toBe(en('errors.ipc/internal'));
  });

  it('says a refusal in words of the action’s own, and any other in the usual ones', async () => {
    const refuse = (code: 'service/offline' | 'service/timeout') =>
      runLab('a', () => Promise.resolve({ ok: false, error: { code } }), undefined, {
        'service/offline': (messages) => messages('labSession.refusal.service/offline'),
      });
    await refuse('service/offline');
    expect(useLabUi.getState().said?.say(de)).toBe(de('labSession.refusal.service/offline'));
    await refuse('service/timeout');
    expect(useLabUi.getState().said?.say(de)).toBe(de('errors.service/timeout'));
  });

  it.each([
    ['Success', null, 'done', 'Success · Anna · 13 ms.'],
    ['Skipped', null, 'plain', 'Skipped · Anna · 13 ms.'],
    ['Cancelled', null, 'plain', 'Cancelled · Anna · 13 ms.'],
    [
      'Failure',
      'session/unknown-id',
      'danger',
      `Failure · Anna · 13 ms. ${en('errors.session/unknown-id')}`,
    ],
  ] as const)('tells %s with its time and reason', (type, code, tone, words) => {
    const said = saidOf({ type, code, ms: 12.6 }, () => 'Anna');
    expect([said.tone, said.say(en)]).toEqual([tone, words]);
  });

  it('says why something was skipped, and that of nothing else', () => {
    const told = (type: 'Skipped' | 'Success') =>
      saidOf(
        { type, code: null, ms: 3 },
        () => 'Swap',
        (messages) => messages('labSession.skipped.blank'),
      ).say(de);
    expect(told('Skipped')).toBe(`Skipped · Swap · 3 ms. ${de('labSession.skipped.blank')}`);
    expect(told('Success')).toBe('Success · Swap · 3 ms.');
  });

  it('leaves behind what was said when another view is shown', () => {
    useLabUi.setState({ said: { tone: 'done', say: () => 'Done.' } });
    goToView('network');
    expect(useLabUi.getState()).toMatchObject({ view: 'network', said: null });
  });
});

import { describe, expect, it } from 'vitest';
import { createLabMessages } from '../../../messages/lab-catalogue';
import { tell, useActions } from '../../stores/action-store';
import { goToView, useLabUi } from '../stores/lab-ui-store';
import { done, saidOf } from './lab-said';

const [en, de] = [createLabMessages('en'), createLabMessages('de')];

describe('what is said in the Lab', () => {
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
    expect([said.tone, said.say('en')]).toEqual([tone, words]);
  });

  it('says why something was skipped, and that of nothing else', () => {
    const told = (type: 'Skipped' | 'Success') =>
      saidOf(
        { type, code: null, ms: 3 },
        () => 'Swap',
        (messages) => messages('labSession.skipped.blank'),
      ).say('de');
    expect(told('Skipped')).toBe(`Skipped · Swap · 3 ms. ${de('labSession.skipped.blank')}`);
    expect(told('Success')).toBe('Success · Swap · 3 ms.');
  });

  it('is left behind when another view is shown', () => {
    tell(done(() => 'Done.'));
    goToView('network');
    expect([useLabUi.getState().view, useActions.getState().said]).toEqual(['network', null]);
  });
});

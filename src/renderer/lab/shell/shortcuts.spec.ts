import { describe, expect, it } from 'vitest';
import { LAB_VIEWS } from '../stores/lab-ui-store';
import { shortcutOf } from './shortcuts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('the shortcuts of the frame', () => {
  it.each(LAB_VIEWS.map((view, index) => [view, String(index + 1)]))('lead to %s', (view, key) => {
    expect(shortcutOf({ ...none, key, ctrlKey: true })).toEqual({ type: 'view', view });
    expect(shortcutOf({ ...none, key, metaKey: true })).toEqual({ type: 'view', view });
  });

  it('help, the other window, and cancel', () => {
    const other = { ...none, ctrlKey: true, shiftKey: true, key: 'L' };
    expect(shortcutOf(other)).toEqual({ type: 'listener' });
    expect(shortcutOf({ ...other, altKey: true })).toBeNull();
    expect(shortcutOf({ ...none, key: 'F1' })).toEqual({ type: 'help' });
    expect(shortcutOf({ ...none, key: '.', ctrlKey: true })).toEqual({ type: 'cancel' });
  });

  it.each([
    { key: '1' },
    { key: '7', ctrlKey: true },
    { key: '1', ctrlKey: true, altKey: true },
    { key: '.', ctrlKey: true, shiftKey: true },
    { key: 'x', ctrlKey: true },
    { key: 'l', ctrlKey: true },
  ])('leave %j alone', (pressed) => expect(shortcutOf({ ...none, ...pressed })).toBeNull());
});

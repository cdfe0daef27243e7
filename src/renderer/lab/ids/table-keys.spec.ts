import { describe, expect, it } from 'vitest';
import { stepFrom, tableCommandOf } from './table-keys';

const press = (keys: string) => {
  const parts = keys.split('+');
  const has = (name: string): boolean => parts.includes(name);
  return tableCommandOf({
    ...{ key: parts.at(-1) ?? '', ctrlKey: has('Ctrl'), metaKey: has('Cmd') },
    ...{ altKey: has('Alt'), shiftKey: has('Shift') },
  });
};

describe('the keys of the table', () => {
  it.each([
    ['ArrowDown', { type: 'go', by: 1 }],
    ['Shift+ArrowUp', { type: 'extend', by: -1 }],
    ['Alt+ArrowUp', { type: 'shift', by: -1 }],
    ['Shift+End', { type: 'extend', by: 'end' }],
    ['Enter', { type: 'swap' }],
    ['F2', { type: 'rename' }],
    ['Delete', { type: 'remove' }],
    ['Ctrl+c', { type: 'copy' }],
    ['Cmd+V', { type: 'paste' }],
    ['Ctrl+a', { type: 'all' }],
    ['Shift+F10', { type: 'menu' }],
    ['ContextMenu', { type: 'menu' }],
  ])('%s', (keys, command) => expect(press(keys)).toEqual(command));

  it.each(['a', 'Shift+Delete', 'Shift+Enter', 'Ctrl+Enter', 'Alt+Enter', 'Ctrl+Shift+c', 'Tab'])(
    '%s is not the table’s',
    (keys) => expect(press(keys)).toBeNull(),
  );

  it.each([
    ['the first when none is active', -1, 1, 0],
    ['no further than the ends', 9, 1, 9],
    ['no further than the beginning', 2, 'page-up', 0],
    ['a page on', 2, 'page-down', 6],
    ['the end', 2, 'end', 9],
  ] as const)('a step leads to %s', (_where, index, by, expected) => {
    expect(stepFrom(index, by, 10, 4)).toBe(expected);
  });
});

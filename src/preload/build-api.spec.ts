import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { contract } from '../contract/ipc/contract';
import { shapeOf } from '../contract/ipc/define';
import { buildApi, type PathOf } from './build-api';

const setUp = (pathOf?: PathOf) => {
  const ipc = Object.assign(new EventEmitter(), { invoke: vi.fn(async () => ({ ok: true })) });
  return { ipc, api: buildApi(shapeOf(contract), ipc, pathOf) };
};

it('exposes exactly the members of the contract', () => {
  const { api } = setUp();
  const names = (value: object) => Object.keys(value).sort();
  expect(names(api)).toEqual(names(contract));
  for (const [area, members] of Object.entries(contract)) {
    expect(names(api[area]!)).toEqual(names(members));
  }
});

it('hands listeners the payload and never the event', () => {
  const { ipc, api } = setUp();
  const listener = vi.fn();
  const stop = api['app']!['changed']!(listener) as () => void;
  ipc.emit('app:changed', { sender: 'main' }, { revision: 1 });
  expect(listener).toHaveBeenCalledExactlyOnceWith({ revision: 1 });
  stop();
  ipc.emit('app:changed', { sender: 'main' }, { revision: 2 });
  expect(listener).toHaveBeenCalledOnce();
});

it('refuses a listener that is none', () => {
  expect(() => setUp().api['app']!['changed']!({})).toThrow(TypeError);
});

it('passes one argument and nothing more', async () => {
  const { ipc, api } = setUp();
  await api['session']!['submitYearOfBirth']!({ yearOfBirth: 1980 });
  expect(ipc.invoke).toHaveBeenCalledExactlyOnceWith('session:submitYearOfBirth', {
    yearOfBirth: 1980,
  });
});

it('sends of a file where it lies, and of anything a page made up nothing', async () => {
  const chosen = new File(['a kit'], 'my.mimikit');
  const { ipc, api } = setUp((file) => (file === chosen ? '/home/me/my.mimikit' : ''));
  const open = api['recovery']!['openDropped']!;
  await open(chosen);
  await open({ path: '/etc/passwd' });
  await open(new File([''], '/etc/passwd'));
  expect(ipc.invoke.mock.calls).toEqual([
    ['recovery:openDropped', { path: '/home/me/my.mimikit' }],
    ['recovery:openDropped', { path: '' }],
    ['recovery:openDropped', { path: '' }],
  ]);
});

import { describe, expect, it, vi } from 'vitest';
import type { Preferences } from '../../contract/ipc/preferences';
import { createLabSwitch } from './lab-switch';

const setUp = (lab: boolean) => {
  let preferences: Preferences = { theme: 'system', language: 'en', lab };
  const listeners = new Set<(next: Preferences) => void>();
  const windows = { open: vi.fn(), close: vi.fn(), dispose: vi.fn() };
  const network = { clear: vi.fn() };
  const load = vi.fn(async () => windows);
  const turn = (on: boolean): void => {
    preferences = { ...preferences, lab: on };
    for (const listener of listeners) listener(preferences);
  };
  const store = {
    current: () => preferences,
    switchLabOnForNow: vi.fn(() => turn(true)),
    onChanged: (listener: (next: Preferences) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
  return {
    ...{ windows, network, load, turn, store },
    labSwitch: createLabSwitch({ preferences: store, network, load }),
  };
};

describe('the switch of the Lab', () => {
  it('loads nothing while it is off', async () => {
    const { labSwitch, load } = setUp(false);
    await labSwitch.open();
    await labSwitch.dispose();
    expect(load).not.toHaveBeenCalled();
  });

  it.each([
    [false, true, false],
    [false, false, true],
    [true, true, true],
    [true, false, true],
  ])('with the switch %s and packaged %s: --lab opens it %s', async (on, isPackaged, opens) => {
    const { labSwitch, windows } = setUp(on);
    expect(await labSwitch.openAtStart(isPackaged)).toBe(opens);
    expect(windows.open).toHaveBeenCalledTimes(opens ? 1 : 0);
  });

  it('counts as switched on once --lab opened it, and is closed by switching it off', async () => {
    const { labSwitch, windows, network, store, turn } = setUp(false);
    expect(await labSwitch.openAtStart(true)).toBe(false);
    expect(store.current().lab).toBe(false);
    await labSwitch.openAtStart(false);
    expect(store.current().lab).toBe(true);
    await labSwitch.open();
    expect(windows.open).toHaveBeenCalledTimes(2);
    turn(false);
    await vi.waitFor(() => expect(windows.close).toHaveBeenCalledOnce());
    expect(network.clear).toHaveBeenCalledOnce();
  });

  it('loads once, however often it is opened', async () => {
    const { labSwitch, windows, load } = setUp(true);
    await Promise.all([labSwitch.open(), labSwitch.open()]);
    expect(load).toHaveBeenCalledOnce();
    expect(windows.open).toHaveBeenCalledTimes(2);
  });

  it('loads again what did not load', async () => {
    const { labSwitch, windows, load } = setUp(true);
    load.mockRejectedValueOnce(new Error('broken'));
    await expect(labSwitch.open()).rejects.toThrow('broken');
    await labSwitch.open();
    expect(windows.open).toHaveBeenCalledOnce();
  });

  it('ends the faults of the network when it is switched off, and only then', async () => {
    const { labSwitch, network, turn } = setUp(true);
    await labSwitch.open();
    turn(true);
    expect(network.clear).not.toHaveBeenCalled();
    turn(false);
    expect(network.clear).toHaveBeenCalledOnce();
  });

  it('closes its windows when it is switched off, and only then', async () => {
    const { labSwitch, windows, turn } = setUp(true);
    await labSwitch.open();
    turn(true);
    expect(windows.close).not.toHaveBeenCalled();
    turn(false);
    await vi.waitFor(() => expect(windows.close).toHaveBeenCalledOnce());
    turn(true);
    await labSwitch.open();
    expect(windows.open).toHaveBeenCalledTimes(2);
  });
});

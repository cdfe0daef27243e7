import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chooseRuntime, type ChoiceQuestions } from './choice';

function questions(answers: Partial<ChoiceQuestions>) {
  const asked: string[] = [];
  const ask: ChoiceQuestions = {
    env: {},
    executableName: 'electron',
    join,
    exists: () => true,
    installed: () => undefined,
    runInstaller: () => {
      asked.push('installer');
      return Promise.resolve('no route');
    },
    fallback: (why) => {
      asked.push(`fallback: ${why}`);
      return Promise.resolve('/cache/electron');
    },
    ...answers,
  };
  return { ask, asked };
}

describe('choosing the runtime', () => {
  it('takes the path from the environment before all else, and asks nothing more', async () => {
    const env = { ELECTRON_EXEC_PATH: '/mine/electron', ELECTRON_OVERRIDE_DIST_PATH: '/dist' };
    const { ask, asked } = questions({ env, installed: () => '/package/electron' });
    expect(await chooseRuntime(ask)).toMatchObject({
      source: 'environment',
      executable: '/mine/electron',
    });
    expect(asked).toEqual([]);
  });

  it('takes the dist folder from the environment next', async () => {
    const { ask } = questions({ env: { ELECTRON_OVERRIDE_DIST_PATH: '/dist' } });
    expect((await chooseRuntime(ask)).executable).toBe(join('/dist', 'electron'));
  });

  it('refuses a path from the environment that does not exist, rather than run another', async () => {
    const { ask, asked } = questions({
      env: { ELECTRON_EXEC_PATH: '/gone' },
      exists: () => false,
    });
    await expect(chooseRuntime(ask)).rejects.toThrow('ELECTRON_EXEC_PATH leads to /gone');
    expect(asked).toEqual([]);
  });

  it('takes the installed package without running its installer', async () => {
    const { ask, asked } = questions({ installed: () => '/package/electron' });
    expect((await chooseRuntime(ask)).source).toBe('package');
    expect(asked).toEqual([]);
  });

  it('runs the installer and takes what it installed', async () => {
    let done = false;
    const { ask } = questions({
      installed: () => (done ? '/package/electron' : undefined),
      runInstaller: () => {
        done = true;
        return Promise.resolve(undefined);
      },
    });
    expect((await chooseRuntime(ask)).source).toBe('installer');
  });

  it('takes the fallback last, and says why', async () => {
    const { ask, asked } = questions({});
    expect(await chooseRuntime(ask)).toEqual({
      source: 'fallback',
      executable: '/cache/electron',
      why: 'the pinned version is missing: no route',
    });
    expect(asked).toEqual(['installer', 'fallback: no route']);
  });

  it('does not trust an installer that succeeds and installs nothing', async () => {
    const { ask } = questions({ runInstaller: () => Promise.resolve(undefined) });
    expect((await chooseRuntime(ask)).source).toBe('fallback');
  });
});

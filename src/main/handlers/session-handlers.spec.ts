import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { setUpHandlers } from './spec-support/handlers-bench';

const YEAR = { yearOfBirth: 1966 };

const started = async () => {
  const bench = setUpHandlers();
  const app = await bench.run();
  await app.companion.core.ready;
  return { bench, ...app };
};

const withProfile = async () => {
  const app = await started();
  await app.handlers.createProfile(YEAR);
  const key = async (): Promise<string> => {
    await app.handlers.copyAnonymousId();
    return app.bench.clipboard.text;
  };
  return { ...app, key };
};

describe('making a profile', () => {
  it('asked for twice, before and after, is one profile', async () => {
    const { handlers, companion } = await started();
    await Promise.all([handlers.createProfile(YEAR), handlers.createProfile(YEAR)]);
    const { userId } = companion.core.userController.mimiUser.state.value!;
    await handlers.createProfile({ yearOfBirth: 1970 });
    expect(companion.core.userController.mimiUser.state.value?.userId).toBe(userId);
    expect(companion.core.inspect().kept).toBe(0);
  });

  it('asked for while a stored one is being restored is that one', async () => {
    const { bench, companion, quit } = await withProfile();
    const { userId } = companion.core.userController.mimiUser.state.value!;
    await quit();
    const next = await bench.run();
    await next.handlers.createProfile(YEAR);
    expect(next.companion.core.userController.mimiUser.state.value?.userId).toBe(userId);
    expect(next.companion.core.inspect().kept).toBe(0);
  });

  it('creates nothing for a person under 18', async () => {
    const { handlers, bench } = await started();
    const yearOfBirth = new Date().getFullYear() - 17;
    await expect(handlers.createProfile({ yearOfBirth })).rejects.toMatchObject({
      code: 'input/too-young',
    });
    expect(readdirSync(bench.folder)).toEqual([]);
  });
});

describe('the key on the clipboard', () => {
  it('leaves it when the app quits', async () => {
    const { key, bench, quit } = await withProfile();
    expect(await key()).toHaveLength(36);
    await quit();
    expect(bench.clipboard.text).toBe('');
  });

  it('stays when the profile was removed: it may be the only copy', async () => {
    const { key, bench, quit, handlers } = await withProfile();
    const copied = await key();
    await handlers.removeFromComputer();
    await quit();
    expect(bench.clipboard.text).toBe(copied);
  });

  it('opens the profile again in the groups of the printed page too, and in no other form', async () => {
    const { key, bench, handlers, companion } = await withProfile();
    const { userId } = companion.core.userController.mimiUser.state.value!;
    const groups = (await key()).replaceAll('-', '').replace(/.{4}/g, '$& ');
    await handlers.removeFromComputer();
    for (const other of [groups.toUpperCase(), groups.slice(5), groups.replaceAll(' ', '')]) {
      bench.clipboard.text = other;
      await expect(handlers.pasteAnonymousId()).rejects.toThrow();
    }
    bench.clipboard.text = groups.replace(' ', '\n');
    await expect(handlers.pasteAnonymousId()).resolves.toBe('success');
    expect(companion.core.userController.mimiUser.state.value?.userId).toBe(userId);
  });

  it('opens the profile again, whatever white space is around it', async () => {
    const { key, bench, handlers, companion } = await withProfile();
    const { userId } = companion.core.userController.mimiUser.state.value!;
    bench.clipboard.text = ` \n${await key()}\t`;
    await handlers.removeFromComputer();
    await expect(handlers.pasteAnonymousId()).resolves.toBe('success');
    expect(companion.core.userController.mimiUser.state.value?.userId).toBe(userId);
  });
});

describe('what is removed', () => {
  it('leaves no cached profile behind', async () => {
    const { handlers, companion, bench } = await withProfile();
    await companion.refresh();
    expect(readdirSync(bench.folder)).toContain('profile.json');
    await handlers.removeFromComputer();
    expect(readdirSync(bench.folder)).not.toContain('profile.json');
  });

  it('takes the profile along at the next start when a crash left it', async () => {
    const { handlers, companion, bench, quit } = await withProfile();
    await companion.refresh();
    const left = readFileSync(join(bench.folder, 'profile.json'));
    await handlers.removeFromComputer();
    writeFileSync(join(bench.folder, 'profile.json'), left);
    await quit();
    const next = await bench.run();
    await next.companion.core.ready;
    await expect.poll(() => readdirSync(bench.folder)).not.toContain('profile.json');
  });

  it('is gone on the service too once deleted, and is not offered any more', async () => {
    const { handlers, key, bench, companion } = await withProfile();
    const copied = await key();
    await expect(handlers.deleteProfile({ confirmation: 'delet' })).rejects.toMatchObject({
      code: 'input/confirmation-mismatch',
    });
    await handlers.deleteProfile({ confirmation: ' delete ' });
    bench.clipboard.text = copied;
    await expect(handlers.pasteAnonymousId()).rejects.toMatchObject({
      code: 'session/user-deleted',
    });
    expect(companion.snapshot().session).toMatchObject({ status: 'signed-out', keptProfile: null });
  });
});

describe('starting over', () => {
  it('does not give up a key that is only locked', async () => {
    const { bench, quit } = await withProfile();
    await quit();
    const before = readdirSync(bench.folder);
    bench.keyring.state = 'locked';
    const next = await bench.run();
    await next.companion.core.ready;
    await expect(next.handlers.startOver({ confirmation: 'START OVER' })).rejects.toMatchObject({
      code: 'session/storage-blocked',
    });
    expect(readdirSync(bench.folder)).toEqual(before);
  });

  it('sets aside what cannot be read, and keeps the bytes', async () => {
    const { bench, quit } = await withProfile();
    await quit();
    for (const name of ['secrets.json', 'secrets.json.bak']) {
      writeFileSync(join(bench.folder, name), 'damaged');
    }
    const next = await bench.run();
    await next.companion.core.ready;
    expect(next.companion.snapshot().session).toMatchObject({ status: 'blocked' });
    await next.handlers.startOver({ confirmation: 'start over' });
    expect(next.companion.snapshot().session).toMatchObject({ status: 'signed-out' });
    const aside = readdirSync(bench.folder).filter((name) => name.includes('unreadable'));
    expect(aside.map((name) => readFileSync(join(bench.folder, name), 'utf8'))).toEqual([
      'damaged',
      'damaged',
    ]);
  });
});

describe('the export', () => {
  it('holds the user and not the key, and is readable by the person only', async () => {
    const { handlers, key, bench } = await withProfile();
    bench.saveAs = join(bench.folder, 'mine.json');
    writeFileSync(bench.saveAs, 'an earlier one', { mode: 0o644 });
    await expect(handlers.exportData()).resolves.toBe('saved');
    const text = readFileSync(bench.saveAs, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ user: { yearOfBirth: 1966 } });
    expect(text).not.toContain(await key());
    expect(statSync(bench.saveAs).mode & 0o777).toBe(0o600);
  });

  it('says so when it cannot be written, and leaves no part of it', async () => {
    const { handlers, bench } = await withProfile();
    bench.saveAs = join(bench.folder, 'nowhere', 'mine.json');
    await expect(handlers.exportData()).rejects.toMatchObject({ code: 'app/file-not-written' });
    bench.saveAs = null;
    await expect(handlers.exportData()).resolves.toBe('cancelled');
  });
});

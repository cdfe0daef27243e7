import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AnonymousId } from '../../contract/anonymous-id';
import { EMPTY_RECORDS, type SessionRecords } from '../mimi-core/records';
import { createEmbeddedService, EMBEDDED_SERVICE, type EmbeddedService } from './embedded-service';

const DAMAGE = 'not a database at all, but somebody wrote it';
const HOLDING: SessionRecords = {
  ...EMPTY_RECORDS,
  kept: [
    {
      service: EMBEDDED_SERVICE,
      userId: 'u',
      anonymousId: '3f1d2c4b-5a69-4788-9900-aabbccddeeff' as AnonymousId,
      createdAt: 0,
      yearOfBirth: null,
    },
  ],
};

describe('the service inside the app', () => {
  let folder: string;
  let service: EmbeddedService;
  let records: SessionRecords;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'embedded-'));
    records = EMPTY_RECORDS;
    service = createEmbeddedService({
      folder,
      clock: { now: () => Date.UTC(2026, 10, 22) },
      records: () => records,
      restored: () => undefined,
    });
  });
  afterEach(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });

  const health = async (): Promise<number> =>
    (await service.fetch(new Request(`${service.baseUrl}/healthz`))).status;
  const damage = (): void => {
    writeFileSync(join(folder, 'service.db'), DAMAGE);
    writeFileSync(join(folder, 'service.backup.db'), DAMAGE);
  };

  it('touches no disk before the first request', async () => {
    expect(readdirSync(folder)).toEqual([]);
    expect(await health()).toBe(200);
    expect(readdirSync(folder)).toContain('service.db');
  });

  it('says that it cannot be used when its data is missing though an id of it is held', async () => {
    records = HOLDING;
    expect(await health()).toBe(503);
    expect(readdirSync(folder)).not.toContain('service.db');
  });

  it('begins anew on request where no id is held, and keeps the damaged bytes', async () => {
    damage();
    expect(await health()).toBe(503);
    expect(await service.startAnew()).toBe(true);
    expect(await health()).toBe(200);
    const kept = readdirSync(folder)
      .filter((name) => name.includes('corrupt'))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
    expect(kept).toEqual([DAMAGE, DAMAGE]);
  });

  it('does not begin anew while an id is held', async () => {
    damage();
    records = HOLDING;
    expect(await service.startAnew()).toBe(false);
    expect(await health()).toBe(503);
    expect(readFileSync(join(folder, 'service.db'), 'utf8')).toBe(DAMAGE);
  });

  it('leaves sound data alone', async () => {
    expect(await health()).toBe(200);
    expect(await service.startAnew()).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('corrupt'))).toEqual([]);
  });
});

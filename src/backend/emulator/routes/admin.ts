import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { SandboxEnv } from '../environment';
import { Refusal } from '../../problem';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Lets holders of the admin token pass; takes as long for any other token, whatever its length. */
export const adminOnly = (adminToken: string): MiddlewareHandler<SandboxEnv> => {
  const expected = digest(adminToken);
  return async (c, next) => {
    const given = /^bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (!timingSafeEqual(digest(given), expected)) throw new Refusal('invalid_token');
    await next();
  };
};

/** What all routes of the emulator share. */
export const FOR_ADMINS = { security: [{ adminToken: [] }], tags: ['emulator'] };

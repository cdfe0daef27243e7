import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { hearingProfileSchema } from '../../contract/hearing-profile';
import { userOnly } from '../authenticate';
import type { AppDeps, BackendEnv } from '../environment';
import { assertIfMatch, etagOf } from '../etag';
import { Refusal } from '../problem';
import { profileOf, settingsOf } from '../profile';
import { changeUser } from '../storage/users';
import { ifMatchSchema } from './me';
import { body, describedSettings, PROBLEMS, taggedJson, USER_SECURITY } from './replies';

const MAX_SETTINGS_BYTES = 16 * 1024;

const profile = { path: '/v1/me/profile', security: USER_SECURITY, middleware: userOnly } as const;
const settings = {
  path: '/v1/me/settings',
  security: USER_SECURITY,
  middleware: userOnly,
} as const;

const readProfile = createRoute({
  ...profile,
  method: 'get',
  operationId: 'readProfile',
  summary: 'The stored hearing profile, else the age estimate; 404 without a year of birth',
  responses: { 200: taggedJson(hearingProfileSchema, 'The profile'), ...PROBLEMS },
});

const writeProfile = createRoute({
  ...profile,
  method: 'put',
  operationId: 'writeProfile',
  summary: 'Stores a hearing profile',
  request: { headers: ifMatchSchema, body: body(hearingProfileSchema) },
  responses: { 200: taggedJson(hearingProfileSchema, 'The profile'), ...PROBLEMS },
});

const readSettings = createRoute({
  ...settings,
  method: 'get',
  operationId: 'readSettings',
  summary: "The client's own settings; empty at first",
  responses: { 200: taggedJson(describedSettings, 'The settings'), ...PROBLEMS },
});

const writeSettings = createRoute({
  ...settings,
  method: 'put',
  operationId: 'writeSettings',
  summary: 'Replaces the settings: at most 16 KiB as JSON',
  request: { headers: ifMatchSchema, body: body(describedSettings) },
  responses: { 200: taggedJson(describedSettings, 'The settings'), ...PROBLEMS },
});

/** Adds the two documents of a user: hearing profile and settings. */
export const addDocumentRoutes = (app: OpenAPIHono<BackendEnv>, deps: AppDeps): void => {
  app.openapi(readProfile, (c) => {
    const current = profileOf(c.get('user'), deps.currentYear());
    if (current === null) throw new Refusal('not_found');
    return c.json(current, 200, { etag: etagOf(current) });
  });

  app.openapi(writeProfile, async (c) => {
    const next = c.req.valid('json');
    await changeUser(c.get('store').db, c.get('user').user_id, (current) => {
      const before = profileOf(current, deps.currentYear());
      assertIfMatch(c.req.valid('header')['if-match'], before);
      return { profile: JSON.stringify(next) };
    });
    return c.json(next, 200, { etag: etagOf(next) });
  });

  app.openapi(readSettings, (c) => {
    const current = settingsOf(c.get('user'));
    return c.json(current, 200, { etag: etagOf(current) });
  });

  app.openapi(writeSettings, async (c) => {
    const next = c.req.valid('json');
    const text = JSON.stringify(next);
    if (Buffer.byteLength(text) > MAX_SETTINGS_BYTES) throw new Refusal('payload_too_large');
    await changeUser(c.get('store').db, c.get('user').user_id, (current) => {
      assertIfMatch(c.req.valid('header')['if-match'], settingsOf(current));
      return { settings: text };
    });
    return c.json(next, 200, { etag: etagOf(next) });
  });
};

import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { hearingProfileSchema } from '../../contract/hearing-profile';
import type { AppDeps, BackendEnv } from '../environment';
import { Refusal } from '../problem';
import { profileOf, settingsOf } from '../profile';
import { describedSettings } from './replies';
import { changeMe, changeRequest, FOR_USERS, replyTagged, taggedReplies } from './tagged';

const MAX_SETTINGS_BYTES = 16 * 1024;

const readProfile = createRoute({
  ...FOR_USERS,
  method: 'get',
  path: '/v1/me/profile',
  operationId: 'readProfile',
  summary: 'The stored hearing profile, else the age estimate; 404 without a year of birth',
  responses: taggedReplies(hearingProfileSchema, 'The profile'),
});

const writeProfile = createRoute({
  ...FOR_USERS,
  method: 'put',
  path: '/v1/me/profile',
  operationId: 'writeProfile',
  summary: 'Stores a hearing profile',
  request: changeRequest(hearingProfileSchema),
  responses: taggedReplies(hearingProfileSchema, 'The profile'),
});

const readSettings = createRoute({
  ...FOR_USERS,
  method: 'get',
  path: '/v1/me/settings',
  operationId: 'readSettings',
  summary: "The client's own settings; empty at first",
  responses: taggedReplies(describedSettings, 'The settings'),
});

const writeSettings = createRoute({
  ...FOR_USERS,
  method: 'put',
  path: '/v1/me/settings',
  operationId: 'writeSettings',
  summary: 'Replaces the settings: at most 16 KiB as JSON',
  request: changeRequest(describedSettings),
  responses: taggedReplies(describedSettings, 'The settings'),
});

/** Adds the two documents of a user: hearing profile and settings. */
export const addDocumentRoutes = (app: OpenAPIHono<BackendEnv>, deps: AppDeps): void => {
  app.openapi(readProfile, (c) => {
    const profile = profileOf(c.get('user'), deps.currentYear());
    if (profile === null) throw new Refusal('not_found');
    return replyTagged(c, profile);
  });

  app.openapi(writeProfile, async (c) => {
    const profile = c.req.valid('json');
    await changeMe(c, (row) => profileOf(row, deps.currentYear()), {
      profile: JSON.stringify(profile),
    });
    return replyTagged(c, profile);
  });

  app.openapi(readSettings, (c) => replyTagged(c, settingsOf(c.get('user'))));

  app.openapi(writeSettings, async (c) => {
    const settings = c.req.valid('json');
    const text = JSON.stringify(settings);
    if (Buffer.byteLength(text) > MAX_SETTINGS_BYTES) throw new Refusal('payload_too_large');
    await changeMe(c, settingsOf, { settings: text });
    return replyTagged(c, settings);
  });
};

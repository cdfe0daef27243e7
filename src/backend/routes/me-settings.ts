import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { BackendEnv } from '../environment';
import { Refusal } from '../problem';
import { settingsOf } from '../storage/users';
import { describedSettings } from './replies';
import { changeMe, changeRequest, FOR_USERS, replyTagged, taggedReplies } from './tagged';

const MAX_SETTINGS_BYTES = 16 * 1024;

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

/** Adds the document a client may keep with a user. */
export const addSettingsRoutes = (app: OpenAPIHono<BackendEnv>): void => {
  app.openapi(readSettings, (c) => replyTagged(c, settingsOf(c.get('user'))));

  app.openapi(writeSettings, async (c) => {
    const settings = c.req.valid('json');
    const text = JSON.stringify(settings);
    if (Buffer.byteLength(text) > MAX_SETTINGS_BYTES) throw new Refusal('payload_too_large');
    await changeMe(c, settingsOf, { settings: text });
    return replyTagged(c, settings);
  });
};

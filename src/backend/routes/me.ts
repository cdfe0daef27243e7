import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { userExportSchema } from '../../contract/http/user-export';
import { serviceUserSchema, updateUserSchema } from '../../contract/http/users';
import { checkYearOfBirth } from '../../contract/year-of-birth';
import type { AppDeps, BackendEnv } from '../environment';
import { Refusal } from '../problem';
import { readAllTests } from '../storage/hearing-tests';
import { eraseUser, settingsOf, toServiceUser } from '../storage/users';
import { describedSettings, json, PROBLEMS } from './replies';
import { changeMe, changeRequest, FOR_USERS, replyTagged, taggedReplies } from './tagged';

const readMe = createRoute({
  ...FOR_USERS,
  method: 'get',
  path: '/v1/me',
  operationId: 'readMe',
  summary: 'The user logged in, without the anonymousId',
  responses: taggedReplies(serviceUserSchema, 'The user'),
});

const updateMe = createRoute({
  ...FOR_USERS,
  method: 'patch',
  path: '/v1/me',
  operationId: 'updateMe',
  summary: 'Sets the year of birth: from 18 to 110 years ago',
  request: changeRequest(updateUserSchema),
  responses: taggedReplies(serviceUserSchema, 'The user'),
});

const deleteMe = createRoute({
  ...FOR_USERS,
  method: 'delete',
  path: '/v1/me',
  operationId: 'deleteMe',
  summary: 'Deletes the user and all its data; the id can never be used again',
  responses: { 204: { description: 'Deleted' }, ...PROBLEMS },
});

const exportMe = createRoute({
  ...FOR_USERS,
  method: 'get',
  path: '/v1/me/export',
  operationId: 'exportMe',
  summary: 'Everything the service holds about the user; no token, no anonymousId',
  responses: {
    200: json(userExportSchema.extend({ settings: describedSettings }), 'The export'),
    ...PROBLEMS,
  },
});

/** Adds reading, changing, exporting and deleting the user logged in. */
export const addMeRoutes = (app: OpenAPIHono<BackendEnv>, deps: AppDeps): void => {
  app.openapi(readMe, (c) => replyTagged(c, toServiceUser(c.get('user'))));

  app.openapi(updateMe, async (c) => {
    const { yearOfBirth } = c.req.valid('json');
    if (checkYearOfBirth(yearOfBirth, deps.currentYear()) !== 'accepted') {
      throw new Refusal('invalid_request');
    }
    const changed = await changeMe(c, toServiceUser, { year_of_birth: yearOfBirth });
    return replyTagged(c, toServiceUser(changed));
  });

  app.openapi(deleteMe, async (c) => {
    const store = c.get('store');
    const userId = c.get('user').user_id;
    await store.backup.forget(userId, () => eraseUser(store, userId));
    return c.body(null, 204);
  });

  app.openapi(exportMe, async (c) => {
    const row = c.get('user');
    const { db, now } = c.get('store');
    const reply: z.infer<typeof userExportSchema> = {
      format: 'mimi-companion-export',
      version: 1,
      exportedAt: now(),
      user: toServiceUser(row),
      product: row.product,
      hearingTests: await readAllTests(db, row.user_id),
      settings: settingsOf(row),
    };
    return c.json(reply, 200);
  });
};

import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { userExportSchema } from '../../contract/http/user-export';
import { serviceUserSchema, updateUserSchema } from '../../contract/http/users';
import { checkYearOfBirth } from '../../contract/year-of-birth';
import { userOnly } from '../authenticate';
import type { AppDeps, BackendEnv } from '../environment';
import { assertIfMatch, etagOf } from '../etag';
import { profileOf, settingsOf } from '../profile';
import { Refusal } from '../problem';
import { changeUser, eraseUser, toServiceUser } from '../storage/users';
import { body, describedSettings, json, PROBLEMS, taggedJson, USER_SECURITY } from './replies';

const shared = { path: '/v1/me', security: USER_SECURITY, middleware: userOnly } as const;

/** Request headers of a conditional change. */
export const ifMatchSchema = z.object({ 'if-match': z.string().max(1024).optional() });

const readMe = createRoute({
  ...shared,
  method: 'get',
  operationId: 'readMe',
  summary: 'The user logged in, without the anonymousId',
  responses: { 200: taggedJson(serviceUserSchema, 'The user'), ...PROBLEMS },
});

const updateMe = createRoute({
  ...shared,
  method: 'patch',
  operationId: 'updateMe',
  summary: 'Sets the year of birth: from 18 to 110 years ago',
  request: { headers: ifMatchSchema, body: body(updateUserSchema) },
  responses: { 200: taggedJson(serviceUserSchema, 'The user'), ...PROBLEMS },
});

const deleteMe = createRoute({
  ...shared,
  method: 'delete',
  operationId: 'deleteMe',
  summary: 'Deletes the user and all its data; the id can never be used again',
  responses: { 204: { description: 'Deleted' }, ...PROBLEMS },
});

const exportMe = createRoute({
  ...shared,
  path: '/v1/me/export',
  method: 'get',
  operationId: 'exportMe',
  summary: 'Everything the service holds about the user; no token, no anonymousId',
  responses: {
    200: json(userExportSchema.extend({ settings: describedSettings }), 'The export'),
    ...PROBLEMS,
  },
});

/** Adds reading, changing, exporting and deleting the user logged in. */
export const addMeRoutes = (app: OpenAPIHono<BackendEnv>, deps: AppDeps): void => {
  app.openapi(readMe, (c) => {
    const user = toServiceUser(c.get('user'));
    return c.json(user, 200, { etag: etagOf(user) });
  });

  app.openapi(updateMe, async (c) => {
    const { yearOfBirth } = c.req.valid('json');
    if (checkYearOfBirth(yearOfBirth, deps.currentYear()) !== 'accepted') {
      throw new Refusal('invalid_request');
    }
    const row = await changeUser(c.get('store').db, c.get('user').user_id, (current) => {
      assertIfMatch(c.req.valid('header')['if-match'], toServiceUser(current));
      return { year_of_birth: yearOfBirth };
    });
    const user = toServiceUser(row);
    return c.json(user, 200, { etag: etagOf(user) });
  });

  app.openapi(deleteMe, async (c) => {
    const { db, backup } = c.get('store');
    const userId = c.get('user').user_id;
    await backup.forget(userId, () => eraseUser(db, userId));
    return c.body(null, 204);
  });

  app.openapi(exportMe, (c) => {
    const row = c.get('user');
    const reply: z.infer<typeof userExportSchema> = {
      format: 'mimi-companion-export',
      version: 1,
      exportedAt: deps.now(),
      user: toServiceUser(row),
      product: row.product,
      profile: profileOf(row, deps.currentYear()),
      settings: settingsOf(row),
    };
    return c.json(reply, 200);
  });
};

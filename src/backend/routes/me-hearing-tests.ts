import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi';
import { hearingProfileSchema } from '../../contract/hearing-profile';
import { hearingTestSchema } from '../../contract/hearing-test';
import { HEARING_TESTS_PER_PAGE, hearingTestsPageSchema } from '../../contract/http/hearing-tests';
import { testIdSchema } from '../../contract/test-id';
import type { BackendEnv } from '../environment';
import { Refusal } from '../problem';
import {
  eraseTest,
  readProfile,
  readTest,
  readTestsPage,
  storeTest,
} from '../storage/hearing-tests';
import { body, PROBLEMS } from './replies';
import { etagOf, FOR_USERS, replyTagged, taggedReplies } from './tagged';

const params = z.object({ id: testIdSchema });
const ONE = '/v1/me/hearing-tests/{id}';

const readProfileRoute = createRoute({
  ...FOR_USERS,
  method: 'get',
  path: '/v1/me/profile',
  operationId: 'readProfile',
  summary: 'The newest hearing test and how many are stored; 404 without any',
  responses: taggedReplies(hearingProfileSchema, 'The profile'),
});

const listTests = createRoute({
  ...FOR_USERS,
  method: 'get',
  path: '/v1/me/hearing-tests',
  operationId: 'listHearingTests',
  summary: 'Stored hearing tests, newest first; `before` is exclusive, in milliseconds since 1970',
  request: {
    query: z.object({
      before: z.coerce.number().int().nonnegative().optional(),
      limit: z.coerce.number().int().min(1).max(HEARING_TESTS_PER_PAGE).optional(),
    }),
  },
  responses: taggedReplies(hearingTestsPageSchema, 'One page'),
});

const readTestRoute = createRoute({
  ...FOR_USERS,
  method: 'get',
  path: ONE,
  operationId: 'readHearingTest',
  summary: 'One hearing test',
  request: { params },
  responses: taggedReplies(hearingTestSchema, 'The test'),
});

const { 200: stored, ...problems } = taggedReplies(hearingTestSchema, 'It was stored before');
const storeTestRoute = createRoute({
  ...FOR_USERS,
  method: 'put',
  path: ONE,
  operationId: 'storeHearingTest',
  summary:
    'Stores a hearing test under an id made by the client; repeatable. 409: the id stands for another test or a ' +
    'deleted one. 422: too many tests',
  // What passes the strict schema is a few KiB at most.
  request: { params, body: body(hearingTestSchema) },
  responses: { 200: stored, 201: { ...stored, description: 'A new test' }, ...problems },
});

const deleteTest = createRoute({
  ...FOR_USERS,
  method: 'delete',
  path: ONE,
  operationId: 'deleteHearingTest',
  summary: 'Deletes a hearing test; its id can never be used again. Repeatable',
  request: { params },
  responses: { 204: { description: 'Deleted, or there was none' }, ...PROBLEMS },
});

/** Adds hearing tests and the profile, which is the newest of them. A test never changes: no `If-Match` is needed. */
export const addHearingTestRoutes = (app: OpenAPIHono<BackendEnv>): void => {
  app.openapi(readProfileRoute, async (c) => {
    const profile = await readProfile(c.get('store').db, c.get('user').user_id);
    if (profile === null) throw new Refusal('not_found');
    return replyTagged(c, profile);
  });

  app.openapi(listTests, async (c) => {
    const { before, limit = HEARING_TESTS_PER_PAGE } = c.req.valid('query');
    const { user_id: userId } = c.get('user');
    return replyTagged(c, await readTestsPage(c.get('store').db, userId, { before, limit }));
  });

  app.openapi(readTestRoute, async (c) => {
    const key = { user_id: c.get('user').user_id, id: c.req.valid('param').id };
    const test = await readTest(c.get('store').db, key);
    if (test === null) throw new Refusal('not_found');
    return replyTagged(c, test);
  });

  app.openapi(storeTestRoute, async (c) => {
    const store = c.get('store');
    const test = c.req.valid('json');
    if (test.id !== c.req.valid('param').id) throw new Refusal('invalid_request');
    const isNew = await storeTest(store, c.get('user').user_id, test);
    // Also for a repeated request: the first one may have been cut off before its copy was written.
    await store.backup.refresh();
    return c.json(test, isNew ? 201 : 200, { etag: etagOf(test) });
  });

  app.openapi(deleteTest, async (c) => {
    const store = c.get('store');
    const key = { user_id: c.get('user').user_id, id: c.req.valid('param').id };
    await eraseTest(store, key, store.now());
    await store.backup.refresh();
    return c.body(null, 204);
  });
};

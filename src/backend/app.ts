import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { AppDeps, BackendEnv } from './environment';
import { answerRefusal, Refusal, toRefusal } from './problem';
import { addAnonymousUserRoutes } from './routes/anonymous-users';
import { addHearingTestRoutes } from './routes/me-hearing-tests';
import { addSettingsRoutes } from './routes/me-settings';
import { addMeRoutes } from './routes/me';
import { addMetaRoutes, MAX_BODY_BYTES } from './routes/meta';
import { addOAuthRoutes } from './routes/oauth';

/** The file turned out damaged, or is no longer one the operating system lets us read. */
const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(String(error.code));

/** Builds the service's routes, in the order of checks: storage, size, method, credentials, body. */
export const createApp = (deps: AppDeps): OpenAPIHono<BackendEnv> => {
  const app = new OpenAPIHono<BackendEnv>({
    // What is wrong with a body is not told: the schemas are in the document.
    defaultHook: (result) => {
      if (!result.success) throw new Refusal('invalid_request');
    },
  });
  app.onError((error, c) => {
    if (!isDamage(error)) return answerRefusal(c, toRefusal(error));
    deps.onDamage();
    return answerRefusal(c, new Refusal('profile_data_unreadable'));
  });
  app.notFound((c) => answerRefusal(c, new Refusal('not_found')));
  app.use(async (c, next) => {
    c.set('requestId', deps.randomUUID());
    await next();
    c.header('cache-control', 'no-store');
  });
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('allow', methods.join(', '));
        return answerRefusal(c, new Refusal('invalid_request', { status: 405 }));
      },
    }),
  );
  app.use(async (c, next) => {
    const store = await deps.store();
    if (store === null) throw new Refusal('profile_data_unreadable');
    c.set('store', store);
    await next();
  });
  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: async (c) => {
        // Read to the end, so that a client still sending gets the answer and not a broken connection.
        const rest = c.req.raw.body;
        if (rest?.locked === false) await rest.pipeTo(new WritableStream());
        throw new Refusal('payload_too_large');
      },
    }),
  );
  addMetaRoutes(app);
  addOAuthRoutes(app, deps);
  addAnonymousUserRoutes(app, deps);
  addMeRoutes(app, deps);
  addHearingTestRoutes(app);
  addSettingsRoutes(app);
  return app;
};

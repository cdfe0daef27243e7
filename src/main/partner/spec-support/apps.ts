import { expect } from 'vitest';
import type { AnonymousId } from '../../../contract/anonymous-id';
import type { PartnerBench } from './partner-bench';

export type App = Awaited<ReturnType<PartnerBench['start']>>;

/** A product and the id of the profile open there. */
export interface LinkedApp {
  readonly app: App;
  readonly id: AnonymousId;
}

/** A product with a profile that is stored with the account of that name. */
export const startLinked = async (bench: PartnerBench, name: string): Promise<LinkedApp> => {
  const app = await bench.start();
  const id = await app.create();
  await app.signIn({ account: name });
  await expect.poll(app.status).toBe('linked');
  return { app, id };
};

/** A network on which nothing that `fails` names arrives. */
export const unplugged = (fails: (request: Request) => boolean) => {
  let isOff = true;
  return {
    fetch: (request: Request): Promise<Response> =>
      isOff && fails(request) ? Promise.reject(new TypeError('no route')) : fetch(request),
    plugIn: () => (isOff = false),
  };
};

import { writeSync } from 'node:fs';
import type { CompanionConfig } from '../../src/main/config/config';
import { whenAtRest } from '../../src/main/lab/scenarios/at-rest';
import { composeScratch, type Scratch } from '../../src/main/lab/scenarios/compose-scratch';
import { MimiAuthRoute } from '../../src/main/mimi-core/mimi-auth-route';
import type { Partner } from '../../src/main/partner/partner';
import { createFetchBrowser } from '../../src/main/partner/spec-support/fetch-browser';
import { fingerprint } from './protocol';

/** What a person does about an account in one run. `finish`: signs in if nobody is, and waits. */
export const PARTNER_FLOWS = [
  'link',
  'restore',
  'keep here',
  'keep account',
  'unlink',
  'sign out',
  'delete',
] as const;
export type PartnerFlow = (typeof PARTNER_FLOWS)[number] | 'make' | 'finish';

/** What a run is told on its command line. */
export interface PartnerOrder {
  readonly folder: string;
  readonly keyring: string;
  readonly service: NonNullable<CompanionConfig['service']>;
  readonly partner: NonNullable<CompanionConfig['partner']>;
  /** Name of the account the person picks. */
  readonly account: string;
  readonly flow: PartnerFlow;
  /** Number of the named step at which it kills itself; null: never. */
  readonly killAt: number | null;
}

/** Where profile and account stand; ids are fingerprints. */
export interface Standing {
  readonly status: string | undefined;
  /** Why the partner could not be asked last time. */
  readonly trouble: string | null | undefined;
  readonly current: string | null;
  readonly kept: readonly string[];
}

/** One line of a run's output. */
export type PartnerFact =
  | { readonly fact: 'step'; readonly name: string }
  /** What the start found, before the person did anything. */
  | ({ readonly fact: 'found' } & Standing)
  | ({ readonly fact: 'done' } & Standing);

const tell = (fact: PartnerFact): void => void writeSync(1, `${JSON.stringify(fact)}\n`);

const createKillPoint = (killAt: number | null) => {
  let isArmed = false;
  let count = 0;
  return {
    arm: () => (isArmed = true),
    step: (name: string): void => {
      if (!isArmed) return;
      count += 1;
      tell({ fact: 'step', name });
      while (count === killAt) process.kill(process.pid, 'SIGKILL');
    },
  };
};

/** A network with a step before and after each request: a kill after it is a lost reply. */
const steppedFetch =
  (step: (name: string) => void) =>
  async (request: Request): Promise<Response> => {
    const name = `${request.method} ${new URL(request.url).pathname}`;
    step(`${name}/before`);
    const response = await fetch(request);
    step(`${name}/after`);
    return response;
  };

const MOVING: readonly unknown[] = ['checking', 'opening', 'waiting'];

const nextLook = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

const atRest = async (scratch: Scratch): Promise<void> => {
  const limit = performance.now() + 20_000;
  const isMoving = (): boolean => MOVING.includes(scratch.companion.snapshot().partner?.status);
  await whenAtRest(scratch);
  while (isMoving() && performance.now() < limit) await nextLook();
  await whenAtRest(scratch);
};

const standing = async ({ companion, secrets }: Scratch): Promise<Standing> => {
  const read = await secrets.read();
  const kept = read.status === 'present' ? read.records.kept : [];
  const current = companion.core.userController.mimiUser.state.value;
  return {
    status: companion.snapshot().partner?.status,
    trouble: companion.snapshot().partner?.trouble,
    current: current && fingerprint(current.anonymousId),
    kept: kept.map(({ anonymousId }) => fingerprint(anonymousId)),
  };
};

const perform = async (
  { flow, account }: PartnerOrder,
  scratch: Scratch,
  arm: () => void,
): Promise<void> => {
  const { core, partner } = scratch.companion;
  const users = core.userController;
  if (flow === 'make' || flow === 'delete') {
    await users.authenticate(MimiAuthRoute.Anonymously({ newProfile: true, yearOfBirth: 1966 }));
  }
  if (flow === 'make') return;
  const side: Partner = await partner.loaded();
  const signIn = async (): Promise<void> => {
    const browser = createFetchBrowser();
    await side.signIn(async (url) => void browser.signIn(url, { account }));
    await atRest(scratch);
  };
  if (flow === 'link' || flow === 'restore') arm();
  if (side.view().status === 'signed-out') await signIn();
  arm();
  switch (flow) {
    case 'keep here':
    case 'keep account':
      await side.compare();
      return side.choose(flow === 'keep here' ? 'here' : 'account');
    case 'unlink':
      return side.unlink();
    case 'sign out': {
      const left = await side.signOut(true);
      return users.removeFromComputer(left ?? '');
    }
    case 'delete':
      return users.deleteUser();
    case 'link':
    case 'restore':
    case 'finish':
      return;
    default:
      return flow satisfies never;
  }
};

const carryOut = async (order: PartnerOrder): Promise<void> => {
  const { step, arm } = createKillPoint(order.killAt);
  const { service, partner } = order;
  const scratch = await composeScratch(
    { ...order, ahead: 0 },
    {
      config: { product: { id: 'mimi-companion', name: 'Mimi Companion' }, service, partner },
      networkFetch: steppedFetch(step),
      step: async (name) => step(name),
    },
  );
  const { companion } = scratch;
  companion.start();
  await companion.core.ready;
  await companion.partner.loaded();
  await atRest(scratch);
  tell({ fact: 'found', ...(await standing(scratch)) });
  await perform(order, scratch, arm);
  await atRest(scratch);
  tell({ fact: 'done', ...(await standing(scratch)) });
  await companion.dispose();
};

const [order] = process.argv.slice(2);
if (order !== undefined) await carryOut(JSON.parse(order) as PartnerOrder);

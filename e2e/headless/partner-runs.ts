import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/project';
import { serveHttp } from '../../src/backend/serve-http';
import type { AnonymousId } from '../../src/contract/anonymous-id';
import { servePartner } from '../../src/partner-service/serve-partner';
import { bundleChild } from './bundle';
import { inLanes } from './lab';
import type { PartnerFact, PartnerFlow, PartnerOrder, Standing } from './partner-child';
import { fingerprint } from './protocol';
import { runChild, type ChildRun } from './run-child';

const client = { clientId: 'companion', clientSecret: 'a secret' };

type Run = ChildRun<PartnerFact>;

const startServers = async (scratch: string) => {
  const service = await serveHttp(
    {
      folder: join(scratch, 'service'),
      clients: [client],
      clock: Date,
      randomBytes,
      randomUUID,
      backups: false,
      mustExist: () => false,
      currentYear: () => new Date().getFullYear(),
    },
    {
      port: 0,
      host: '127.0.0.1',
      limits: { creationsPerHour: 10_000, failedLoginsPerTenMinutes: 10_000 },
    },
  );
  return { service, partner: await servePartner({ port: 0 }) };
};

/** A partner, a service, a bundled child and two profiles to begin with. */
export const openPartnerLab = async () => {
  const scratch = temporaryFolder('partner-kills', tmpdir());
  mkdirSync(join(scratch, 'service'));
  const { service, partner } = await startServers(scratch);
  const path = await bundleChild(join(scratch, 'child'), [], 'e2e/headless/partner-child.ts');
  const keyring = join(scratch, 'keyring.bin');
  writeFileSync(keyring, randomBytes(32), { mode: 0o600 });
  const { issuer, clientId, associationUrl, accounts } = partner;
  let made = 0;

  const newFolder = (from?: string): string => {
    const folder = join(scratch, `data-${(made += 1)}`);
    mkdirSync(folder, { mode: 0o700 });
    if (from !== undefined) cpSync(from, folder, { recursive: true });
    return folder;
  };

  const run = (
    order: Pick<PartnerOrder, 'folder' | 'account' | 'flow'>,
    killAt: number | null = null,
  ): Promise<Run> =>
    runChild<PartnerFact>(path, {
      ...order,
      ...{ keyring, killAt },
      service: { baseUrl: service.url, ...client },
      partner: { name: 'Example Sound', issuer, clientId, associationUrl },
    } satisfies PartnerOrder);

  const store = (account: string, id: AnonymousId | null): void => {
    if (id !== null) accounts.store(accounts.pick(account), id, Date.now());
  };
  const has = (account: string): AnonymousId | null =>
    accounts.association(accounts.pick(account))?.anonymousId ?? null;

  /** Makes a profile and learns its id by way of an account. */
  const makeProfile = async (name: string) => {
    const folder = newFolder();
    await run({ folder, account: name, flow: 'make' });
    const signed = newFolder(folder);
    const { trouble } = await run({ folder: signed, account: name, flow: 'finish' });
    const id = has(name);
    if (id === null || trouble !== '') throw new Error(`no profile: ${trouble}`);
    return { folder, id };
  };

  const [own, theirs] = [await makeProfile('own'), await makeProfile('theirs')];
  return {
    ...{ own, theirs, run, newFolder, store, has },
    drop: (folder: string) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
    close: async () => {
      await partner.close();
      await service.close();
    },
  };
};

export type PartnerLab = Awaited<ReturnType<typeof openPartnerLab>>;

/** What each flow begins with: here, and with the account. */
const beginningOf = ({ own, theirs }: PartnerLab, flow: PartnerFlow) => ({
  // What is deleted is made for that.
  folder: flow === 'restore' || flow === 'delete' ? undefined : own.folder,
  account: flow === 'restore' || flow.startsWith('keep') ? theirs.id : null,
});

const standingIn = ({ facts }: Run, fact: 'found' | 'done'): Standing | undefined =>
  facts.find((each): each is PartnerFact & Standing => each.fact === fact);

/** What is wrong after a kill and the start that followed; empty when nothing is. */
const judge = (lab: PartnerLab, flow: PartnerFlow, account: string, after: Run): string[] => {
  const [own, theirs] = [fingerprint(lab.own.id), fingerprint(lab.theirs.id)];
  const id = lab.has(account);
  const stored = id && fingerprint(id);
  const [found, done] = [standingIn(after, 'found'), standingIn(after, 'done')];
  if (!found || !done || after.trouble !== '') return [`did not finish: ${after.trouble}`];
  const here = [done.current, ...done.kept, stored];
  const isAbout = (ids: readonly (string | null | undefined)[]): boolean => ids.includes(stored);
  const wrong: [boolean, string][] = [
    [flow !== 'restore' && flow !== 'delete' && !here.includes(own), 'the own id is lost'],
    [flow === 'delete' && stored !== done.current, 'the account has not what is open here'],
    [flow === 'delete' && done.status === 'conflict', 'the account has a deleted id'],
    [
      (flow === 'restore' || flow.startsWith('keep')) && !here.includes(theirs),
      'the account’s id is lost',
    ],
    [(flow === 'link' || flow === 'sign out') && stored !== own, 'the account has not the own id'],
    [flow === 'unlink' && !isAbout([null, own]), 'the account has a strange id'],
    [flow === 'restore' && (stored !== theirs || done.current !== theirs), 'not restored'],
    [flow.startsWith('keep') && !isAbout([own, theirs]), 'the account has a strange id'],
    [lab.has('bystander') !== null, 'an id is on the wrong account'],
    [lab.has('own') !== lab.own.id || lab.has('theirs') !== lab.theirs.id, 'another has changed'],
    [
      ['waiting', 'checking', 'opening'].includes(done.status ?? ''),
      `never rests: ${done.status} ${done.trouble}`,
    ],
  ];
  return wrong.flatMap(([isWrong, what]) => (isWrong ? [what] : []));
};

/** Kills a flow at `kills` of its named steps, evenly spread, or at every one (0), and starts again each time. */
export const killPartnerFlow = async (lab: PartnerLab, flow: PartnerFlow, kills: number) => {
  const begin = (account: string): string => {
    const { folder, account: id } = beginningOf(lab, flow);
    lab.store(account, id);
    return lab.newFolder(folder);
  };
  const dry = await lab.run({ folder: begin(`${flow} dry`), account: `${flow} dry`, flow });
  const steps = dry.facts.flatMap((each) => (each.fact === 'step' ? [each.name] : []));
  const every = kills === 0 ? 1 : Math.max(1, Math.floor(steps.length / kills));
  const points = steps.map((_, index) => index + 1).filter((n) => n % every === 0);
  const violations: string[] = dry.trouble === '' ? [] : [`${flow}: ${dry.trouble}`];
  let killed = 0;
  await inLanes(points, async (killAt) => {
    const account = `${flow} ${killAt}`;
    const folder = begin(account);
    const first = await lab.run({ folder, account, flow }, killAt);
    if (first.killed) killed += 1;
    const after = await lab.run({ folder, account, flow: 'finish' });
    const wrong = judge(lab, flow, account, after);
    violations.push(...wrong.map((what) => `${flow}:${killAt} (${steps[killAt - 1]}): ${what}`));
    lab.drop(folder);
  });
  return { steps: steps.length, kills: killed, violations };
};

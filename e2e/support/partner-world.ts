import { text } from 'node:stream/consumers';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, type BrowserContext, type Page } from '@playwright/test';
import { ownFolder } from '../../scripts/desktop/desktop';
import { spawnTied, tied, type User } from '../../scripts/processes';
import { servePartner, type ServePartnerOptions } from '../../src/partner-service/serve-partner';
import { startRemoteService, type RemoteService } from './remote-service';
import { press } from './steps';
import type { TestHome } from './test-home';
import { catalogues } from '../../src/messages/catalogue';
import { say } from './words';

const NAME = 'Example Sound';
/** How its words are said on the screen. */
export const partnerWord = (key: Exclude<keyof typeof catalogues.en.partner, 'status'>): string =>
  catalogues.en.partner[key].replaceAll('{name}', NAME);

/** A partner, a service and a real browser, all on this computer. */
export interface PartnerWorld {
  readonly service: RemoteService;
  readonly partner: Awaited<ReturnType<typeof servePartner>>;
  /** What points an app at them. */
  readonly env: Readonly<Record<string, string>>;
  /** The partner's access log. */
  readonly log: readonly string[];
  /** Every address the browser asked for. */
  readonly addresses: readonly string[];
  /** The browser's own files: history, cache, cookies. */
  readonly browserFolder: string;
  /** What the account of that name has. */
  has(name: string): string | null;
  /** The address that the app had the system open last, once it did. */
  nextAddress(): Promise<string>;
  /** Where that address, or another one of the app's, leads a program of the person's. */
  leadsTo(address?: string): Promise<string>;
  /** The page that the app had the system open last, or another one, opened in the browser. */
  openBrowser(address?: string): Promise<Page>;
  /** Picks an account there, as a person does; ends on the page that can be closed. */
  pick(page: Page, account: string): Promise<void>;
  /** Signs in from the app's partner screen. */
  signIn(app: Page, account: string): Promise<void>;
  close(): Promise<void>;
}

/** Puts a program of that name into the home of a test. */
const addProgram = (home: TestHome, user: User, name: string, script: string): string => {
  const folder = ownFolder(join(home.folder, 'bin'), user);
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
  return folder;
};

/** A program in place of xdg-open, which notes the address that the app wants opened. */
const standIn = (home: TestHome, user: User): { path: string; opened: () => string[] } => {
  const list = join(home.env.HOME, 'opened');
  const folder = addProgram(home, user, 'xdg-open', `printf '%s\\n' "$1" >> '${list}'`);
  const opened = (): string[] =>
    existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(Boolean) : [];
  return { path: `${folder}:${process.env['PATH'] ?? ''}`, opened };
};

/** The person's browser: as theirs the app takes only programs of the user it runs as. */
const startBrowser = async (
  home: TestHome,
  user: User,
  folder: string,
  addresses: string[],
): Promise<BrowserContext> => {
  const command = tied(user, '/usr/bin/chromium', []).flat().join(' ');
  const context = await chromium.launchPersistentContext(ownFolder(folder, user), {
    executablePath: join(addProgram(home, user, 'browser', `exec ${command} "$@"`), 'browser'),
    env: { ...process.env, HOME: home.env.HOME },
    // Only the app is held to the sandbox here.
    chromiumSandbox: false,
  });
  context.on('request', (request) => addresses.push(request.url()));
  return context;
};

/** Reads an address, where no list of programs shows it, and tells where it redirects to. */
const FOLLOW_ONCE = `
  process.stdin.setEncoding('utf8').once('data', async (url) => {
    const { headers } = await fetch(url, { redirect: 'manual' });
    process.stdout.write(headers.get('location') ?? '');
  });`;

/** Starts them in the home of a test. */
export const startPartnerWorld = async (
  home: TestHome,
  user: User,
  options: Pick<ServePartnerOptions, 'redirectUri'> = {},
): Promise<PartnerWorld> => {
  const log: string[] = [];
  const addresses: string[] = [];
  const service = await startRemoteService(home);
  const partner = await servePartner({ port: 0, log: (line) => log.push(line), ...options });
  const browserFolder = join(home.folder, 'browser');
  const { path, opened } = standIn(home, user);
  let context: BrowserContext | null = null;
  let seen = 0;

  const world: PartnerWorld = {
    ...{ service, partner, log, addresses, browserFolder },
    env: {
      ...service.env,
      PATH: path,
      COMPANION_PARTNER_NAME: NAME,
      COMPANION_PARTNER_ISSUER: partner.issuer,
      COMPANION_PARTNER_CLIENT_ID: partner.clientId,
      COMPANION_PARTNER_ASSOCIATION_URL: partner.associationUrl,
    },
    has: (name) => partner.accounts.association(partner.accounts.pick(name))?.anonymousId ?? null,
    async nextAddress() {
      await expect.poll(() => opened().length).toBeGreaterThan(seen);
      seen = opened().length;
      return opened().at(-1) ?? '';
    },
    async leadsTo(address) {
      const child = spawnTied(user, process.execPath, ['-e', FOLLOW_ONCE], {
        cwd: home.env.HOME,
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      child.stdin?.end(address ?? (await world.nextAddress()));
      return child.stdout ? text(child.stdout) : '';
    },
    async openBrowser(address) {
      const url = address ?? (await world.nextAddress());
      context ??= await startBrowser(home, user, browserFolder, addresses);
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    async pick(page, account) {
      await page.getByLabel('Account').fill(account);
      await page.getByRole('button', { name: 'Continue' }).click();
    },
    async signIn(app, account) {
      await press(app, partnerWord('signIn'));
      const page = await world.openBrowser();
      await world.pick(page, account);
      await expect(page.getByText(say('partner.pageTitle'))).toBeVisible();
      await page.close();
    },
    async close() {
      await context?.close();
      await partner.close();
      await service.close();
    },
  };
  return world;
};

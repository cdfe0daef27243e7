import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { exitOf, spawnTied, type User } from '../processes';
import { isRoot } from '../project';
import type { Part } from './part';

/**
 * Starts Xvfb on a free display that only holders of a fresh cookie may use. Its picture lies in
 * `<folder>/Xvfb_screen0` (X window dump format).
 */
export async function startDisplay(folder: string, user: User, size: string): Promise<Part> {
  const socketFolder = '/tmp/.X11-unix';
  if (isRoot && !existsSync(socketFolder)) {
    mkdirSync(socketFolder);
    chmodSync(socketFolder, 0o1777);
  }
  const authority = join(folder, 'xauthority');
  writeFileSync(authority, cookieFile(randomBytes(16)), { mode: 0o600 });
  if (user) chownSync(authority, user.uid, user.gid);
  const child = spawnTied(
    user,
    'Xvfb',
    [
      ...['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'],
      ...['-auth', authority, '-fbdir', folder, '-noreset'],
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const number = await Promise.race([
    firstLine(child.stdio[3] as Readable),
    exitOf(child).then((code) => Promise.reject(new Error(`Xvfb ended with code ${code}`))),
  ]);
  return { child, env: { DISPLAY: `:${number}`, XAUTHORITY: authority } };
}

/** An Xauthority file with one cookie, valid for every display and every host name. */
function cookieFile(cookie: Buffer): Buffer {
  const field = (value: Buffer): Buffer => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(value.length);
    return Buffer.concat([length, value]);
  };
  const anyFamily = Buffer.from([0xff, 0xff]);
  const [address, display] = [Buffer.alloc(0), Buffer.alloc(0)];
  return Buffer.concat([
    anyFamily,
    ...[address, display, Buffer.from('MIT-MAGIC-COOKIE-1'), cookie].map(field),
  ]);
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.trim());
    });
  });
}

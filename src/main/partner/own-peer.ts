import { readFile } from 'node:fs/promises';

/** One end of an IPv4 connection. */
interface End {
  readonly address: string;
  readonly port: number;
}

/** True if the program at the other end runs as the user this app runs as. */
export type IsOwnPeer = (peer: End, ours: End) => Promise<boolean>;

/** Reads the system's table of connections; null on a system that has none. */
type ReadTable = (name: 'tcp' | 'tcp6') => Promise<string | null>;

interface OwnPeerDeps {
  /** Who this app runs as; undefined on a system that tells otherwise. */
  readonly uid: number | undefined;
  readonly readTable: ReadTable;
}

const ESTABLISHED = '01';
/** What an IPv4 address in the table for IPv6 begins with: its program has opened the socket for both. */
const MAPPED = '0000000000000000FFFF0000';
/** A row can be missed while others come and go. */
const LOOKS = 3;

const hex = (value: number, digits: number): string =>
  value.toString(16).toUpperCase().padStart(digits, '0');

/** As the kernel prints it on processors with the low byte first. */
const printed = ({ address, port }: End): string => {
  const bytes = address.split('.').map((part) => hex(Number(part), 2));
  return `${bytes.reverse().join('')}:${hex(port, 4)}`;
};

/** The users (uid) whose end of an established connection `peer` is, in the text of /proc/net/tcp or tcp6; pure. */
export const ownersIn = (table: string, peer: End, ours: End): number[] => {
  const rows = ['', MAPPED].map((before) =>
    [before + printed(peer), before + printed(ours), ESTABLISHED].join(' '),
  );
  return table.split('\n').flatMap((line) => {
    const [, local, remote, state, , , , uid = ''] = line.trim().split(/\s+/);
    const isRow = rows.includes([local, remote, state].join(' ')) && /^\d+$/.test(uid);
    return isRow ? [Number(uid)] : [];
  });
};

/** Creates the check. Where the system has no such table, everybody counts as own; else nobody does who is not in it. */
export const createOwnPeerCheck =
  ({ uid, readTable }: OwnPeerDeps): IsOwnPeer =>
  async (peer, ours) => {
    if (uid === undefined) return true;
    for (let look = 0; look < LOOKS; look += 1) {
      const [tcp, tcp6] = await Promise.all([readTable('tcp'), readTable('tcp6')]);
      if (tcp === null) return true;
      const owners = [tcp, tcp6 ?? ''].flatMap((table) => ownersIn(table, peer, ours));
      if (owners.length > 0) return owners.every((owner) => owner === uid);
    }
    return false;
  };

/** Not there, or not for this app, whatever anybody does. */
const NEVER_THERE: readonly unknown[] = ['ENOENT', 'EACCES', 'EPERM'];

/** Linux' own tables. Other errors are thrown: a stranger could provoke them. */
export const readSocketTable: ReadTable = (name) =>
  readFile(`/proc/net/${name}`, 'latin1').catch((thrown: unknown) => {
    const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
    if (NEVER_THERE.includes(code)) return null;
    throw thrown;
  });

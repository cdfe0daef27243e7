import type { AnonymousId } from '../contract/anonymous-id';

/** What one account keeps. */
export interface StoredAssociation {
  readonly anonymousId: AnonymousId;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly etag: string;
}

/** Accounts by name, made when they are first picked, and what each keeps. */
export const createAccounts = (newId: () => string) => {
  const subs = new Map<string, string>();
  const associations = new Map<string, StoredAssociation>();
  return {
    /** The subject of a name; nobody's password is asked for. */
    pick: (name: string): string => {
      const sub = subs.get(name) ?? newId();
      subs.set(name, sub);
      return sub;
    },
    nameOf: (sub: string): string | undefined => [...subs].find(([, each]) => each === sub)?.[0],
    association: (sub: string): StoredAssociation | null => associations.get(sub) ?? null,
    store: (sub: string, anonymousId: AnonymousId, now: number): StoredAssociation => {
      const stored = { anonymousId, updatedAt: now, etag: `"${newId()}"` };
      associations.set(sub, stored);
      return stored;
    },
    remove: (sub: string): void => void associations.delete(sub),
  };
};

export type Accounts = ReturnType<typeof createAccounts>;

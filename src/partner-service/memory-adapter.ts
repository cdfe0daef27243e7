import type { Adapter, AdapterPayload } from 'oidc-provider';

/** What the provider knows, gone with the process: a development partner keeps nobody's data. */
export const createMemoryStore = () => {
  const entries = new Map<string, AdapterPayload>();

  const adapterFor = (model: string): Adapter => {
    const keyOf = (id: string): string => `${model}:${id}`;
    const search = (wanted: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
      [...entries].find(([key, each]) => key.startsWith(`${model}:`) && wanted(each))?.[1];
    return {
      upsert: async (id, payload) => void entries.set(keyOf(id), payload),
      find: async (id) => entries.get(keyOf(id)),
      findByUserCode: async (code) => search(({ userCode }) => userCode === code),
      findByUid: async (uid) => search((payload) => payload.uid === uid),
      consume: async (id) => {
        const payload = entries.get(keyOf(id));
        if (payload) payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => void entries.delete(keyOf(id)),
      revokeByGrantId: async (grantId) => {
        for (const [key, each] of entries) if (each.grantId === grantId) entries.delete(key);
      },
    };
  };

  return {
    adapterFor,
    /** Forgets all of a kind, as if their time had run out. */
    expire: (model: 'AuthorizationCode' | 'AccessToken' | 'RefreshToken'): void => {
      for (const key of entries.keys()) if (key.startsWith(`${model}:`)) entries.delete(key);
    },
  };
};

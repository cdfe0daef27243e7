import type { Notice } from '../../contract/ipc/snapshot';

/** What the person should know once, until dismissed. One of a type at a time. */
export interface Notices {
  list(): readonly Notice[];
  add(type: Notice['type']): void;
  dismiss(...ids: string[]): void;
}

/** Calls `changed` after every change of the list. */
export const createNotices = (changed: () => void): Notices => {
  let notices: readonly Notice[] = [];
  const set = (next: readonly Notice[]): void => {
    notices = next;
    changed();
  };
  return {
    list: () => notices,
    add: (type) => set([...notices.filter((notice) => notice.type !== type), { id: type, type }]),
    dismiss(...ids) {
      const left = notices.filter((notice) => !ids.includes(notice.id));
      if (left.length < notices.length) set(left);
    },
  };
};

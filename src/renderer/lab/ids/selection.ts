/** Rows a tester means: the active one, which keys act upon, and all that are selected with it. By key. */
export interface Selection {
  readonly active: string | null;
  /** Where a range begins. */
  readonly anchor: string | null;
  readonly selected: ReadonlySet<string>;
}

export const NO_SELECTION: Selection = { active: null, anchor: null, selected: new Set() };

/** One row alone. */
export const only = (key: string): Selection => ({
  active: key,
  anchor: key,
  selected: new Set([key]),
});

/** The row in or out, the others as they are. */
export const toggled = ({ selected }: Selection, key: string): Selection => {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  return { active: key, anchor: key, selected: next };
};

/** All from where the range began up to the row, as `keys` are shown. */
export const extended = (
  { anchor }: Selection,
  keys: readonly string[],
  key: string,
): Selection => {
  const from = anchor === null ? -1 : keys.indexOf(anchor);
  if (from < 0) return only(key);
  const to = keys.indexOf(key);
  const range = keys.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { active: key, anchor, selected: new Set(range) };
};

/** Every row shown. */
export const everything = ({ active }: Selection, keys: readonly string[]): Selection => ({
  active: active ?? keys[0] ?? null,
  anchor: keys[0] ?? null,
  selected: new Set(keys),
});

/** What is left of a selection when other rows are shown. */
export const within = (selection: Selection, keys: readonly string[]): Selection => {
  const shown = new Set(keys);
  const keep = (key: string | null): string | null => (key !== null && shown.has(key) ? key : null);
  const selected = new Set([...selection.selected].filter((key) => shown.has(key)));
  if (selected.size === selection.selected.size && keep(selection.active) === selection.active) {
    return selection;
  }
  return { active: keep(selection.active), anchor: keep(selection.anchor), selected };
};

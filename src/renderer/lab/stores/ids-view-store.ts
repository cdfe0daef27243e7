import { create } from 'zustand';
import type { ImportPreview, LinesReport } from '../../../contract/ipc/lab/ids';
import { AS_KEPT, type Arrangement } from '../ids/arrange';
import { NO_SELECTION, type Selection } from '../ids/selection';

/** What is asked over the table. */
export type IdsDialog =
  | { readonly type: 'create' }
  | { readonly type: 'export' }
  | { readonly type: 'remove'; readonly keys: readonly string[] }
  /** What became of the lines pasted or imported. */
  | { readonly type: 'report'; readonly report: LinesReport }
  /** An encrypted file waits for its passphrase. */
  | { readonly type: 'open-import'; readonly fileName: string }
  | { readonly type: 'preview'; readonly fileName: string; readonly preview: ImportPreview };

interface IdsViewState {
  readonly arrangement: Arrangement;
  readonly selection: Selection;
  /** Key of the row being renamed. */
  readonly renaming: string | null;
  /** Key of the row whose menu is open. */
  readonly menu: string | null;
  readonly dialog: IdsDialog | null;
}

/** How the table of ids is looked at; kept while other views are shown. */
export const useIdsView = create<IdsViewState>(() => ({
  arrangement: AS_KEPT,
  selection: NO_SELECTION,
  renaming: null,
  menu: null,
  dialog: null,
}));

/** Changes how the table is arranged; what is not named stays. */
export const rearrange = (change: Partial<Arrangement>): void =>
  useIdsView.setState(({ arrangement }) => ({ arrangement: { ...arrangement, ...change } }));

/** Selects other rows. */
export const select = (selection: Selection): void => useIdsView.setState({ selection });

/** Asks something; null: nothing any more. */
export const ask = (dialog: IdsDialog | null): void => useIdsView.setState({ dialog });

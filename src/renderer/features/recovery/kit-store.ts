import { create } from 'zustand';
import type { ChosenKit } from '../../../contract/ipc/recovery';
import type { Place } from '../../stores/ui-store';

interface KitState {
  /** The kit whose passphrase is asked for; main holds the file itself. */
  readonly chosen: ChosenKit | null;
  /** Where saving a kit was begun, and ends. */
  readonly backTo: Place | null;
  /** The userId of who wants to be reminded another day. */
  readonly laterFor: string | null;
}

/** What this window knows of kits beyond the snapshot. */
export const useKitStore = create<KitState>(() => ({
  chosen: null,
  backTo: null,
  laterFor: null,
}));

import { create } from 'zustand';
import type { LabSnapshot } from '../../../contract/ipc/lab/lab';

/** Mirror of main's latest Lab snapshot; null until the first has come. */
export const useLab = create<{ readonly snapshot: LabSnapshot | null }>(() => ({ snapshot: null }));

/** Shows a newer snapshot. */
export const showLab = (snapshot: LabSnapshot): void => useLab.setState({ snapshot });

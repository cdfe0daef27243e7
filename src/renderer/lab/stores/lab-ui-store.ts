import { create } from 'zustand';
import { tell } from '../../stores/action-store';

/** The Lab's views, in the order of the rail and of their shortcuts. */
export const LAB_VIEWS = ['ids', 'session', 'timeline', 'network', 'scenarios', 'soak'] as const;
export type LabViewName = (typeof LAB_VIEWS)[number];

/** The view shown; it belongs to this window alone and is lost with it. */
export const useLabUi = create<{ readonly view: LabViewName }>(() => ({ view: 'ids' }));

/** Shows another view and leaves behind what was said at the last one. */
export const goToView = (view: LabViewName): void => {
  useLabUi.setState({ view });
  tell(null);
};

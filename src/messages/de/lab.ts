import type { LabWords } from '../lab-catalogue';

/** Wörter für den Rahmen des Labors, seine Ids und die Sitzung. */
export const labWords: Pick<LabWords, 'lab'> = {
  lab: {
    title: 'Sitzungslabor',
  },
};

import { useState } from 'react';
import { usePageEvents } from '../../app/use-page-events';

const bringsFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') ?? false;

/** Takes the file dropped anywhere in the window; true while one is held over it. With null it is left where it was. */
export const useDroppedFile = (onFile: ((file: File) => void) | null): boolean => {
  const [isOver, setIsOver] = useState(false);
  usePageEvents({
    dragover: (event) => {
      if (!bringsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    },
    dragleave: ({ relatedTarget }) => {
      // From one element to the next is not out of the window.
      if (relatedTarget === null) setIsOver(false);
    },
    drop: (event) => {
      event.preventDefault();
      setIsOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) onFile?.(file);
    },
  });
  return isOver && onFile !== null;
};

import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { ROW_HEIGHT } from '../shell/use-row-window';
import { gapAt, placeIn, scrollStep } from './row-drag';

/** Pixels a pressed pointer moves before it drags. */
const BEGINS_AT = 4;

/** A row under way. */
export interface RowDrag {
  readonly key: string;
  /** The gap it would be dropped into; 0 before the first row. */
  readonly gap: number;
}

interface Args {
  /** The element that scrolls: a sticky head of one row's height, then the rows. */
  readonly table: RefObject<HTMLDivElement | null>;
  /** Keys of all rows in their order. */
  readonly keys: readonly string[];
  readonly canMove: boolean;
  /** The row was dropped elsewhere: its new place, counted from 0. */
  readonly onDrop: (key: string, place: number) => void;
}

/**
 * Rows that are dragged by their handle (`data-handle` holds the row's key) with the mouse, a pen or a finger. The
 * pointer is held by the table, since the row itself may be scrolled out of what is drawn. Escape drops it where it was.
 */
export const useRowDrag = ({ table, keys, canMove, onDrop }: Args) => {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const pressed = useRef<{ readonly key: string; readonly y: number } | null>(null);
  const pointer = useRef(0);
  const key = drag?.key;
  const count = keys.length;

  useEffect(() => {
    const box = table.current;
    if (key === undefined || box === null) return undefined;
    let frame = 0;
    // By frames and not by moves: at an edge the rows go on under a pointer that rests.
    const look = (): void => {
      const { top, bottom } = box.getBoundingClientRect();
      box.scrollTop += scrollStep(pointer.current, top + ROW_HEIGHT, bottom);
      const gap = gapAt(pointer.current - top - ROW_HEIGHT + box.scrollTop, count);
      setDrag((now) => (now === null || now.gap === gap ? now : { ...now, gap }));
      frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [table, key, count]);

  const cancel = (): void => {
    pressed.current = null;
    setDrag(null);
  };

  return {
    drag,
    cancel,
    handlers: {
      onPointerDown({ target, clientY, button }: PointerEvent) {
        const handle = (target as HTMLElement).closest<HTMLElement>('[data-handle]');
        const held = handle?.dataset['handle'];
        if (canMove && button === 0 && held !== undefined)
          pressed.current = { key: held, y: clientY };
      },
      onPointerMove({ clientY, pointerId, currentTarget }: PointerEvent) {
        pointer.current = clientY;
        const held = pressed.current;
        if (held === null || drag !== null || Math.abs(clientY - held.y) < BEGINS_AT) return;
        currentTarget.setPointerCapture(pointerId);
        setDrag({ key: held.key, gap: keys.indexOf(held.key) });
      },
      onPointerUp() {
        const from = drag === null ? -1 : keys.indexOf(drag.key);
        if (drag !== null && from >= 0) {
          const place = placeIn(drag.gap, from);
          if (place !== from) onDrop(drag.key, place);
        }
        cancel();
      },
      onPointerCancel: cancel,
    },
  };
};

import { useEffect, useRef, useState, type RefObject } from 'react';

/** Pixels of a table's row and of its sticky head; `--row` in lab.css says the same. */
export const ROW_HEIGHT = 30;

/** Rows drawn above and below those in sight, so that a quick scroll shows no gap. */
const AROUND = 12;

export interface RowWindow {
  /** Goes on the element that scrolls: a sticky head of one row's height, then all rows. */
  readonly ref: RefObject<HTMLDivElement | null>;
  /** Rows to draw: from `first` up to, not including, `end`. */
  readonly first: number;
  readonly end: number;
  /** Rows a page key moves by. */
  readonly page: number;
  /** Scrolls no further than needed for a row to be in sight. */
  readonly scrollTo: (index: number) => void;
}

/** Which of `count` rows of one height are worth drawing. What is drawn changes by whole rows, not by pixels. */
export const useRowWindow = (count: number, around = AROUND): RowWindow => {
  const ref = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [rows, setRows] = useState(0);

  useEffect(() => {
    const box = ref.current;
    if (box === null) return undefined;
    const look = (): void => {
      setTop(Math.floor(box.scrollTop / ROW_HEIGHT));
      setRows(Math.ceil(box.clientHeight / ROW_HEIGHT));
    };
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, []);

  const scrollTo = (index: number): void => {
    const box = ref.current;
    if (box === null) return;
    const start = index * ROW_HEIGHT;
    const lowest = start + 2 * ROW_HEIGHT - box.clientHeight;
    box.scrollTop = Math.max(Math.min(box.scrollTop, start), lowest);
  };

  return {
    ref,
    first: Math.max(0, Math.min(top, count - rows) - around),
    end: Math.min(count, top + rows + around),
    page: Math.max(1, rows - 2),
    scrollTo,
  };
};

import { useEffect, useState } from 'react';
import type { Result } from '../../contract/errors';
import { connectSnapshot } from './connect-snapshot';

interface Area<T> {
  readonly view: () => Promise<Result<T>>;
  readonly changed: (listener: (view: T) => void) => () => void;
}

/** An area of the contract as main tells it while this is shown; null until it has. */
export const useView = <T extends { readonly revision: number }>(area: Area<T>): T | null => {
  const [view, setView] = useState<T | null>(null);
  useEffect(() => connectSnapshot({ snapshot: area.view, changed: area.changed }, setView), [area]);
  return view;
};

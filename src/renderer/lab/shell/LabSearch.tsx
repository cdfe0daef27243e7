import { useEffect, useRef } from 'react';
import styles from './LabSearch.module.css';

interface Props {
  /** What is searched, in words. */
  readonly label: string;
  readonly value: string;
  /** How wide it is. */
  readonly className: string | undefined;
  readonly onChange: (text: string) => void;
}

/** The search of a view: Ctrl+F (Cmd on a Mac) goes to it, Escape empties it. */
export const LabSearch = ({ label, value, className, onChange }: Props) => {
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      search.current?.select();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
  return (
    <input
      ref={search}
      type="search"
      className={`${styles['search']} ${className}`}
      aria-label={label}
      placeholder={label}
      value={value}
      spellCheck={false}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={({ key }) => key === 'Escape' && onChange('')}
    />
  );
};

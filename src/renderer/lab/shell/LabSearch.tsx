import { useRef } from 'react';
import { usePageEvents } from '../../app/use-page-events';
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
  usePageEvents({
    keydown: (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      search.current?.select();
    },
  });
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

import { useSnapshot } from '../stores/snapshot-store';

/** Says the day of a time (milliseconds since 1970) in the language in use. */
export const useDate = (): ((time: number) => string) => {
  const language = useSnapshot(({ snapshot }) => snapshot?.language);
  return (time) => new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(time);
};

import { useEffect, useState } from 'react';
import { Screen } from '../components/Screen';
import { useMessages } from './use-messages';

/** Milliseconds after which opening is worth an explanation: by then a keyring is probably asking. */
const WORTH_SAYING_MS = 2_000;

/** Quiet shapes at first; then says what may be the matter. */
export const Restoring = () => {
  const messages = useMessages();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), WORTH_SAYING_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!slow) {
    return (
      <main className="restoring" aria-busy="true">
        <h1 className="visually-hidden">{messages('app.restoring')}</h1>
        <div className="bone bone-ribbon" />
        <div className="bone bone-title" />
        <div className="bone bone-line" />
      </main>
    );
  }
  return (
    <Screen
      name="restoring"
      picture={<div className="bone bone-ribbon" />}
      title={messages('app.restoring')}
      lead={messages('app.restoringHint')}
    />
  );
};

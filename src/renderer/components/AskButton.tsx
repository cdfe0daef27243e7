import { Suspense, useState } from 'react';
import { lazyScreen } from '../app/lazy-screen';
import { Button } from './Button';
import type { Consent, Question } from './ConfirmDialog';

interface Asking extends Pick<Question, 'title' | 'body' | 'children'> {
  readonly label: string;
  /** Its name for assistive technology, where several are labelled alike. */
  readonly name?: string;
  readonly variant?: 'secondary' | 'quiet' | 'danger';
  /** Name of the dialog's button, where it says more than the label. */
  readonly action?: string;
  /** It takes nothing away: the dialog warns by no colour. */
  readonly isHarmless?: boolean;
}

/** Not in the first chunk: the page that the app opens on can ask, and seldom does. */
const dialog = lazyScreen(async () => ({
  default: (await import('./ConfirmDialog')).ConfirmDialog,
}));

/** Fetched when the person is about to press. */
const fetchDialog = (): void => void dialog.preload();

/** A button that says the consequence and asks before it does anything. */
export const AskButton = ({
  label,
  name,
  variant = 'secondary',
  action = label,
  isHarmless = false,
  ...question
}: Asking & Consent) => {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button
        variant={variant}
        {...(name !== undefined && { 'aria-label': name })}
        onHoverStart={fetchDialog}
        onFocus={fetchDialog}
        onPress={() => setIsAsking(true)}
      >
        {label}
      </Button>
      {isAsking && (
        <Suspense>
          <dialog.Screen
            {...question}
            action={action}
            variant={isHarmless ? 'primary' : 'danger'}
            onClose={() => setIsAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
};

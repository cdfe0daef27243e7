import { useLayoutEffect, type ReactNode } from 'react';
import type { Action } from '../app/action';
import { useMessages } from '../app/use-messages';
import { tell, usePending } from '../stores/action-store';
import { DialogFrame } from './DialogFrame';
import { Outcome } from './Outcome';

export interface Question {
  readonly title: string;
  readonly body: string;
  /** Name of the button that does it. */
  readonly action: string;
  readonly variant?: 'primary' | 'danger';
  /** It was answered with no, or what it asked about ended well. */
  readonly onClose: () => void;
  /** Something to do first, such as copying the key. */
  readonly children?: ReactNode;
}

/** With a word that has to be typed first, the action is told what was typed. */
export type Consent =
  | { readonly word?: undefined; readonly does: Action }
  | { readonly word: string; readonly does: Action<string> };

/** Says the consequence and asks. Escape and Cancel leave everything as it is. */
export const ConfirmDialog = ({
  body,
  does,
  word,
  variant = 'danger',
  onClose,
  children,
  ...frame
}: Question & Consent) => {
  const messages = useMessages();
  const isRunning = usePending(does);
  // What was said before is about something else: a key copied then may have left the clipboard by now.
  useLayoutEffect(() => tell(null), []);
  const start = async (typed: string): Promise<void> => {
    if (word === undefined ? await does.run() : await does.run(typed)) onClose();
  };
  return (
    <DialogFrame
      {...frame}
      role="alertdialog"
      intro={
        <>
          <p>{body}</p>
          {children}
        </>
      }
      word={word}
      cancel={messages('app.cancel')}
      variant={variant}
      isRunning={isRunning}
      below={<Outcome />}
      onSubmit={(typed) => void start(typed)}
      onClose={onClose}
    />
  );
};

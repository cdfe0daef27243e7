import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { parseResponse, type ResponsePoint } from './response-file';
import styles from './HearingTest.module.css';

interface Props {
  /** What was read; null while there is nothing. */
  readonly points: readonly ResponsePoint[] | null;
  readonly onRead: (points: ResponsePoint[] | null) => void;
}

/** Bytes beyond which a file is no frequency response. */
const MAX_BYTES = 1_000_000;

/** Lets the person choose a file with a measured response and says what came of it. */
export const ResponseFile = ({ points, onRead }: Props) => {
  const messages = useMessages();
  const [isRefused, setIsRefused] = useState(false);
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const text = file.size <= MAX_BYTES ? await file.text().catch(() => '') : '';
    const found = parseResponse(text);
    setIsRefused(found === null);
    onRead(found);
  };
  return (
    <div className={styles['file']}>
      <FileTrigger
        acceptedFileTypes={['.csv', '.txt', 'text/csv', 'text/plain']}
        onSelect={(files) => void read(files?.[0])}
      >
        <Button>{messages('preflight.chooseFile')}</Button>
      </FileTrigger>
      <p role="status" className={isRefused ? styles['wrong'] : styles['note']}>
        {points && messages('preflight.fileRead', { count: points.length })}
        {!points && messages(isRefused ? 'preflight.fileRefused' : 'preflight.fileHint')}
      </p>
    </div>
  );
};

import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import {
  readFrequencyResponse,
  type ResponseFault,
  type ResponsePoint,
} from '../../../hearing/frequency-response';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { responseFaultText } from './response-fault-text';
import words from './Words.module.css';
import styles from './HeadphonesStep.module.css';

interface Props {
  /** What was read; null while there is nothing. */
  readonly points: readonly ResponsePoint[] | null;
  readonly onRead: (points: readonly ResponsePoint[] | null) => void;
}

/** Bytes beyond which a file is no frequency response. */
const MAX_BYTES = 1_000_000;
/** More faults than this nobody reads; the first ones mended, the next ones show. */
const MOST_FAULTS = 4;

const Faults = ({ faults }: { readonly faults: readonly ResponseFault[] }) => {
  const messages = useMessages();
  const more = faults.length - MOST_FAULTS;
  return (
    <>
      <p className={words['wrong']}>{messages('preflight.fileRefused')}</p>
      <ul className={styles['faults']}>
        {faults.slice(0, MOST_FAULTS).map((fault, index) => (
          <li key={index}>{responseFaultText(messages, fault)}</li>
        ))}
        {more > 0 && <li>{messages('bring.more', { count: more })}</li>}
      </ul>
    </>
  );
};

/** Lets the person choose a file with a measured response and says what came of it. */
export const ResponseFile = ({ points, onRead }: Props) => {
  const messages = useMessages();
  const [faults, setFaults] = useState<readonly ResponseFault[]>([]);
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const text = file.size <= MAX_BYTES ? await file.text().catch(() => '') : '';
    const found = readFrequencyResponse(text);
    setFaults(found.status === 'refused' ? found.faults : []);
    onRead(found.status === 'read' ? found.points : null);
  };
  const note = points
    ? messages('preflight.fileRead', { count: points.length })
    : messages('preflight.fileHint');
  return (
    <div className={styles['file']}>
      <FileTrigger
        acceptedFileTypes={['.csv', '.txt', 'text/csv', 'text/plain']}
        onSelect={(files) => void read(files?.[0])}
      >
        <Button>{messages('preflight.chooseFile')}</Button>
      </FileTrigger>
      <div role="status">
        {faults.length > 0 ? <Faults faults={faults} /> : <p className="quiet">{note}</p>}
      </div>
    </div>
  );
};

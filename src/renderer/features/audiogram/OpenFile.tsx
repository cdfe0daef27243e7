import { useState } from 'react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import type { ImportResult } from '../../../hearing/exchange/exchange-result';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { Findings } from './Findings';
import { readFile } from './read-file';
import styles from './Bring.module.css';

/** What came of the file opened last. */
export interface OpenedFile {
  readonly name: string;
  /** Null where the file itself could not be read. */
  readonly result: ImportResult | null;
  /** True where its values took the place of others. */
  readonly hasReplaced: boolean;
}

interface Props {
  readonly opened: OpenedFile | null;
  readonly onOpen: (name: string, result: ImportResult | null) => void;
  readonly onUndo: () => void;
}

const Opened = ({
  opened,
  onUndo,
}: {
  readonly opened: OpenedFile;
  readonly onUndo: () => void;
}) => {
  const messages = useMessages();
  const { name, result } = opened;
  const isRead = result?.ears != null;
  const hasReplaced = isRead && opened.hasReplaced;
  const refusal = messages(result ? 'bring.fileRefused' : 'bring.fileUnreadable');
  const said = messages('bring.fileRead', { name });
  const read = hasReplaced ? `${said} ${messages('bring.fileReplaced')}` : said;
  return (
    <>
      <Notice
        name="file"
        isLive
        {...(isRead ? { text: read } : { tone: 'danger', title: name, text: refusal })}
      >
        {hasReplaced && <Button onPress={onUndo}>{messages('bring.undo')}</Button>}
      </Notice>
      {result && <Findings findings={result.messages} />}
    </>
  );
};

/** Opens an audiogram's file, chosen or dropped; it is read in this window alone. */
export const OpenFile = ({ opened, onOpen, onUndo }: Props) => {
  const messages = useMessages();
  const [isReading, setIsReading] = useState(false);
  const open = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setIsReading(true);
    onOpen(file.name, await readFile(file));
    setIsReading(false);
  };
  return (
    <div className={styles['entry']}>
      <DropZone
        className={styles['drop'] ?? ''}
        onDrop={({ items }) => {
          const dropped = items.find((item) => item.kind === 'file');
          if (dropped?.kind === 'file') void dropped.getFile().then(open);
        }}
      >
        <FileTrigger
          acceptedFileTypes={['.csv', '.txt', '.json']}
          onSelect={(files) => void open(files?.[0])}
        >
          <Button isPending={isReading}>{messages('bring.openFile')}</Button>
        </FileTrigger>
        <span className="quiet">{messages('bring.dropHere')}</span>
      </DropZone>
      <p className="quiet">{messages('bring.fileHint')}</p>
      {opened && <Opened opened={opened} onUndo={onUndo} />}
    </div>
  );
};

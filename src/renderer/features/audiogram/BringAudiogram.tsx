import { useState } from 'react';
import type { Snapshot } from '../../../contract/ipc/snapshot';
import type {
  ExchangeMessage,
  ExchangePlace,
  ImportResult,
} from '../../../hearing/exchange/exchange-result';
import { action } from '../../app/action';
import { done } from '../../app/said';
import { useMessages } from '../../app/use-messages';
import { companion } from '../../bridge/companion';
import { Actions } from '../../components/Actions';
import { Button } from '../../components/Button';
import { Choice } from '../../components/Choice';
import { Screen } from '../../components/Screen';
import { usePending } from '../../stores/action-store';
import { goTo } from '../../stores/ui-store';
import { checkDraft, draftOf, EMPTY_DRAFT, isEmpty, type Draft } from './draft';
import { DraftChart } from './DraftChart';
import { EntryChart } from './EntryChart';
import { EntryTable } from './EntryTable';
import { findingText } from './finding-text';
import { Findings } from './Findings';
import { OpenFile, type OpenedFile } from './OpenFile';
import styles from './Bring.module.css';

const WAYS = ['table', 'chart', 'file'] as const;
type Way = (typeof WAYS)[number];

/** True for what is said about that cell. */
const isAt =
  (cell: ExchangePlace | null) =>
  ({ place }: ExchangeMessage): boolean =>
    place.type === 'cell' &&
    cell?.type === 'cell' &&
    place.ear === cell.ear &&
    place.frequencyHz === cell.frequencyHz;

const isMissing = ({ code }: ExchangeMessage): boolean => code === 'missing';

const store = action('storeAudiogram', companion.tests.storeAudiogram, () => {
  goTo(null);
  return done((messages) => messages('bring.stored'));
});

/** What is entered, and every way to change it. */
const useBringing = () => {
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [before, setBefore] = useState<Draft>(EMPTY_DRAFT);
  const [opened, setOpened] = useState<OpenedFile | null>(null);
  return {
    draft,
    opened,
    change: setDraft,
    open: (name: string, result: ImportResult | null): void => {
      setOpened({ name, result, hasReplaced: !isEmpty(draft) });
      if (!result?.ears) return;
      setBefore(draft);
      setDraft(draftOf(result.ears, result.levels));
    },
    undo: (): void => {
      setDraft(before);
      setOpened(null);
    },
    clear: (): void => {
      setDraft(EMPTY_DRAFT);
      setOpened(null);
    },
  };
};

/** Takes an audiogram in by table, by chart or by file; all three show the same values. */
const BringAudiogram = ({ snapshot }: { readonly snapshot: Snapshot }) => {
  const messages = useMessages();
  const isStoring = usePending(store);
  const [way, setWay] = useState<Way>('table');
  const { draft, opened, change, open, undo, clear } = useBringing();
  const { ears, levels, messages: findings } = checkDraft(draft);
  // Nobody is corrected in the middle of a number.
  const [writing, setWriting] = useState<ExchangePlace | null>(null);
  const problems = findings.filter((finding) => !isMissing(finding) && !isAt(writing)(finding));
  const missing = findings.filter(isMissing).map((finding) => findingText(messages, finding));
  return (
    <Screen
      name="bring-audiogram"
      layout="page"
      title={messages('bring.title')}
      lead={messages('bring.lead')}
      aside={
        <Button onPress={() => goTo(snapshot.profile.status === 'none' ? 'choose-start' : null)}>
          {messages('app.back')}
        </Button>
      }
    >
      <Choice
        label={messages('bring.way')}
        value={way}
        options={WAYS.map((each) => [each, messages(`bring.${each}`)] as const)}
        onChange={setWay}
      />
      <div className={styles['sides']}>
        {way === 'chart' ? (
          <EntryChart draft={draft} onChange={change} />
        ) : (
          <>
            {way === 'table' ? (
              <EntryTable
                draft={draft}
                findings={problems}
                onChange={change}
                onWriting={setWriting}
              />
            ) : (
              <OpenFile opened={opened} onOpen={open} onUndo={undo} />
            )}
            <figure className={styles['preview']}>
              <DraftChart draft={draft} />
            </figure>
          </>
        )}
      </div>
      <div className={styles['end']}>
        {way !== 'file' && <Findings findings={problems} />}
        <p className="quiet">{ears ? messages('bring.ready') : missing.join(' ')}</p>
      </div>
      <Actions>
        <Button
          variant="primary"
          isDisabled={ears === null}
          isPending={isStoring}
          onPress={() => ears && store({ ears, levels })}
        >
          {messages('bring.use')}
        </Button>
        {!isEmpty(draft) && (
          <Button variant="quiet" onPress={clear}>
            {messages('bring.clear')}
          </Button>
        )}
      </Actions>
    </Screen>
  );
};

export default BringAudiogram;

import { useMemo } from 'react';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { LabMenu } from '../shell/LabMenu';
import { LabView } from '../shell/LabView';
import { useLabMessages } from '../shell/use-lab-messages';
import { useIds } from '../stores/ids-store';
import { ask, rearrange, useIdsView } from '../stores/ids-view-store';
import { useLab } from '../stores/lab-store';
import { addCurrent, chooseImport, paste } from './actions';
import { arrange, AS_KEPT, countOutcomes } from './arrange';
import { Filters } from './Filters';
import { IdsDialogs } from './IdsDialogs';
import { IdsTable } from './IdsTable';
import styles from './IdsView.module.css';

const Toolbar = () => {
  const messages = useLabMessages();
  const isEmpty = useIds(({ ids }) => ids.length === 0);
  const hasUser = useLab(({ snapshot }) => snapshot?.user != null);
  return (
    <>
      <LabMenu
        label={messages('labIds.add')}
        items={[
          {
            ...{ id: 'paste', text: messages('labIds.paste'), keys: 'Ctrl+V' },
            onAction: () => paste(),
          },
          {
            ...{ id: 'create', text: messages('labIds.create') },
            onAction: () => ask({ type: 'create' }),
          },
          {
            ...{ id: 'current', text: messages('labIds.addCurrent'), isDisabled: !hasUser },
            onAction: () => addCurrent(),
          },
        ]}
      />
      <Button does={chooseImport}>{messages('labIds.import')}</Button>
      <Button isDisabled={isEmpty} onPress={() => ask({ type: 'export' })}>
        {messages('labIds.export')}
      </Button>
    </>
  );
};

const Empty = () => {
  const messages = useLabMessages();
  return (
    <div className={styles['empty']}>
      <p className={styles['emptyTitle']}>{messages('labIds.emptyTitle')}</p>
      <p>{messages('labIds.emptyHint')}</p>
      <div className={styles['emptyActions']}>
        <Button variant="primary" onPress={() => ask({ type: 'create' })}>
          {messages('labIds.create')}
        </Button>
        <Button onPress={() => paste()}>{messages('labIds.paste')}</Button>
      </div>
    </div>
  );
};

const Table = () => {
  const messages = useLabMessages();
  const ids = useIds((state) => state.ids);
  const arrangement = useIdsView((state) => state.arrangement);
  const rows = useMemo(() => arrange(ids, arrangement), [ids, arrangement]);
  const counts = useMemo(() => countOutcomes(ids), [ids]);
  if (ids.length === 0) return <Empty />;
  return (
    <>
      <Filters counts={counts} />
      <IdsTable rows={rows} />
      {rows.length === 0 && (
        <div className={styles['nothing']} role="status">
          <p>{messages('labIds.nothing')}</p>
          <Button
            variant="quiet"
            onPress={() => rearrange({ text: AS_KEPT.text, outcome: AS_KEPT.outcome })}
          >
            {messages('labIds.showAll')}
          </Button>
        </div>
      )}
    </>
  );
};

/** The ids a tester keeps: swap, name, order, add, take out, carry to another computer. */
export const IdsView = () => {
  const messages = useLabMessages();
  const { revision, failure } = useIds();
  const count = useIds(({ ids }) => ids.length);
  return (
    <LabView
      name="ids"
      layout="fixed"
      title={messages('labIds.title')}
      aside={revision >= 0 && messages('labIds.count', { count })}
      toolbar={<Toolbar />}
    >
      {failure !== null && (
        <Notice name="ids-failure" tone="danger" isLive text={messages(`errors.${failure}`)} />
      )}
      {revision >= 0 && <Table />}
      <IdsDialogs />
    </LabView>
  );
};

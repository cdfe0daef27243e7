import type { RecoveryView, ServiceView } from '../../../contract/ipc/snapshot';
import { useDate } from '../../app/use-date';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { goTo } from '../../stores/ui-store';
import { Row, Section } from '../settings/Section';
import { goToSaveKit } from './kit-actions';

interface Props {
  readonly recovery: RecoveryView;
  readonly service: ServiceView;
}

/** The last kit and what it is worth now, and the ways to make and to open one. */
export const KitSection = ({ recovery: { kit }, service }: Props) => {
  const messages = useMessages();
  const date = useDate();
  const upToDate = service.kind === 'remote' ? 'kit.madeHintRemote' : 'kit.madeHint';
  const hint = kit
    ? messages(kit.isOutdated ? 'kit.outdated' : upToDate)
    : messages('kit.noneHint');
  const title = kit ? messages('kit.made', { date: date(kit.madeAt) }) : messages('kit.none');
  return (
    <Section title={messages('kit.section')}>
      <Row title={title} hint={hint}>
        <Button onPress={() => goToSaveKit('settings')}>{messages('kit.save')}</Button>
      </Row>
      <Row hint={messages('kit.openHint')}>
        <Button onPress={() => goTo('open-kit')}>{messages('kit.open')}</Button>
      </Row>
    </Section>
  );
};

import type { PartnerView } from '../../../contract/ipc/partner-view';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { goTo } from '../../stores/ui-store';
import { Row, Section } from '../settings/Section';
import { accountLine } from './account-line';

/** Where the profile and the account stand to each other, and the way to its screen. */
export const PartnerSection = ({ partner }: { readonly partner: PartnerView }) => {
  const messages = useMessages();
  const { name, status } = partner;
  return (
    <div data-partner>
      <Section title={messages('partner.section', { name })}>
        <Row
          title={accountLine(messages, partner)}
          hint={messages(`partner.status.${status}`, { name })}
        >
          <Button onPress={() => goTo('partner')}>{messages('partner.manage', { name })}</Button>
        </Row>
      </Section>
    </div>
  );
};

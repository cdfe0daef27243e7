import { copyKey } from '../../app/actions';
import { useMessages } from '../../app/use-messages';
import { Button } from '../../components/Button';
import { Row, Section } from './Section';

/** The key as its last four characters, what it is, and a way to copy it that never shows it. */
export const KeySection = ({ maskedId }: { readonly maskedId: string }) => {
  const messages = useMessages();
  return (
    <Section title={messages('settings.keySection')}>
      <Row
        title={
          <span className="key-mask">
            <span aria-hidden="true">{maskedId}</span>
            <span className="visually-hidden">
              {messages('key.masked', { tail: maskedId.slice(-4) })}
            </span>
          </span>
        }
        hint={messages('key.explanation')}
      >
        <Button does={copyKey}>{messages('key.copy')}</Button>
      </Row>
    </Section>
  );
};

import { Component, type ReactNode } from 'react';
import { Button } from '../components/Button';
import { Screen } from '../components/Screen';
import { useMessages } from './use-messages';

const Crashed = () => {
  const messages = useMessages();
  return (
    <Screen name="crashed" title={messages('crashed.title')} lead={messages('crashed.body')}>
      <div>
        <Button variant="primary" onPress={() => window.location.reload()}>
          {messages('crashed.reload')}
        </Button>
      </div>
    </Screen>
  );
};

/** Shows a way out when a screen throws; what is kept in main is not touched by it. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }> {
  override readonly state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

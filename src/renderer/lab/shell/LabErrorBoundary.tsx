import { Component, type ReactNode } from 'react';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { useLabMessages } from './use-lab-messages';

const Crashed = () => {
  const messages = useLabMessages();
  return (
    <Notice name="crashed" tone="danger" isLive text={messages('lab.crashed')}>
      <Button onPress={() => window.location.reload()}>{messages('crashed.reload')}</Button>
    </Notice>
  );
};

/** Keeps the rail and the status bar when a view throws, with a way out. */
export class LabErrorBoundary extends Component<{ readonly children: ReactNode }> {
  override readonly state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

import { Component, type ReactNode } from 'react';

interface Props {
  /** Shown in place of what threw: a way out. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Keeps what stands around it when something in it throws; what is kept in main is not touched by that. */
export class ErrorBoundary extends Component<Props> {
  override readonly state = { crashed: false };

  static getDerivedStateFromError(): { crashed: boolean } {
    return { crashed: true };
  }

  override render(): ReactNode {
    return this.state.crashed ? this.props.fallback : this.props.children;
  }
}

import { Component, type ReactNode } from 'react';
import { Failure } from './failure.tsx';

/** Keeps a page that fails from taking everything with it; inside the frame the way to other pages stays. */
export class ErrorBoundary extends Component<{ inFrame?: boolean; children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (!('error' in this.state)) return this.props.children;
    return <Failure error={this.state.error} inFrame={this.props.inFrame ?? false} />;
  }
}

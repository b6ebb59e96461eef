import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';

interface ErrorBoundaryState {
  message: string | null;
}

/** The last resort: says what broke, and that drafts and history are stored. */
export class ErrorBoundary extends Component<{ children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { message: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === null) return this.props.children;
    return (
      <main aria-label="Invoke Console">
        <Callout
          tone="error"
          title="The console has failed"
          actions={<Button onClick={() => window.location.reload()}>Reload the page</Button>}
        >
          {message}. Drafts and finished runs are stored; a run that was under way may have reached Lambda.
        </Callout>
      </main>
    );
  }
}

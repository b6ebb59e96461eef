import type { Run } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';

/** The code of the result view did not come: that says nothing about the run, which is kept. */
export function ResultMissing({ run, onRetry }: { run: Run; onRetry: () => void }) {
  return (
    <Callout
      tone="warn"
      title="The result can’t be shown yet"
      actions={
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      The code of this view did not come: is the server of this page still running? The run{' '}
      {run.outcome === null ? 'goes on' : 'has ended'} all the same, and its result is kept.
    </Callout>
  );
}

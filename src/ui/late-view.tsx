import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { useLatePart, type LatePart } from './late-part.ts';

export interface LateViewProps<Props extends object> {
  part: LatePart<Props>;
  props: Props;
  /** What it is, for the message when its code does not come. */
  label: string;
}

/** A part of the page whose code comes when it is asked for; when it does not come, it can be asked for again. */
export function LateView<Props extends object>({ part, props, label }: LateViewProps<Props>) {
  const { Part, hasFailed, retry } = useLatePart(part);
  if (Part !== null) return <Part {...props} />;
  if (!hasFailed) return null;
  return (
    <EmptyState title={`${label} can’t be shown`}>
      <p>The code of this view did not come. Is the server still running?</p>
      <Button size="small" onClick={retry}>
        Try again
      </Button>
    </EmptyState>
  );
}

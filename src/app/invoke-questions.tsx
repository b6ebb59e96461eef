import { Suspense, use } from 'react';
import { ProductionDialog } from '../features/guards/production-dialog.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { useStore } from '../ui/use-store.ts';
import type { ConnectionSafety } from './connection-safety.ts';
import type { InvokeControl } from './use-invoke.ts';

export interface InvokeQuestionsProps {
  control: Pick<InvokeControl, 'question' | 'answer'>;
  /** null on the local connection, which asks nothing. */
  safety: (() => Promise<ConnectionSafety>) | null;
}

/** What stands between a press of Invoke and the send, when something does. */
export function InvokeQuestions({ control, safety }: InvokeQuestionsProps) {
  return (
    <>
      <JsonQuestion control={control} />
      <Suspense fallback={null}>{safety && <Production safety={safety} />}</Suspense>
    </>
  );
}

/** The question before runs on a production connection. */
export function Production({ safety }: { safety: () => Promise<ConnectionSafety> }) {
  const { question } = use(safety());
  const waiting = useStore(question.store, (state) => state.waiting);
  return <ProductionDialog command={waiting} onConfirm={question.confirm} onCancel={question.dismiss} />;
}

/** Lambda refuses what is no JSON; whoever wants to see the refusal may. */
function JsonQuestion({ control }: Pick<InvokeQuestionsProps, 'control'>) {
  return (
    <ConfirmDialog
      open={control.question !== null}
      title="Send a payload that is not JSON?"
      confirmLabel="Send anyway"
      cancelLabel="Keep editing"
      onConfirm={() => control.answer(true)}
      onCancel={() => control.answer(false)}
    >
      <p>{control.question?.message}</p>
      <p>Lambda accepts only JSON: it will refuse this request, and the function will not run.</p>
    </ConfirmDialog>
  );
}

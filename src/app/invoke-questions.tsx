import { Suspense, use, useState } from 'react';
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
function JsonQuestion({ control: { question, answer } }: Pick<InvokeQuestionsProps, 'control'>) {
  // What was asked stays while the dialog goes.
  const [shown, setShown] = useState(question);
  if (question !== null && question !== shown) setShown(question);
  const { payload, clientContext } = shown ?? { payload: '', clientContext: false };
  return (
    <ConfirmDialog
      open={question !== null}
      title={`Send a ${payload === null ? 'client context' : 'payload'} that is not JSON?`}
      confirmLabel="Send anyway"
      cancelLabel="Keep editing"
      onConfirm={() => answer(true)}
      onCancel={() => answer(false)}
    >
      {payload !== null && (
        <>
          <p>{payload}</p>
          <p>Lambda accepts only JSON: it will refuse this request, and the function will not run.</p>
        </>
      )}
      {clientContext && (
        <p>
          The client context is not a JSON object. Lambda takes the base64 of one: it may refuse the request,
          or the runtime fails before the handler runs.
        </p>
      )}
    </ConfirmDialog>
  );
}

import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import type { InvokeControl } from './use-invoke.ts';

/** Lambda refuses what is no JSON; whoever wants to see the refusal may. */
export function InvokeQuestion({ control }: { control: InvokeControl }) {
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

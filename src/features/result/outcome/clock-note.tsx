import { clockWords } from '../../../documents/doctor/clock-difference.ts';
import type { Run } from '../../../state/types.ts';
import { Callout } from '../../../ui/callout.tsx';

/** A run that went well all the same, because its signature was dated by the server's clock. */
export function ClockNote({ run }: { run: Run }) {
  const differenceMs =
    run.attempts.findLast(({ clockSkewMs }) => clockSkewMs !== undefined)?.clockSkewMs ?? 0;
  if (run.result?.ok !== true || Math.abs(differenceMs) < 240_000) return null;
  return (
    <Callout tone="warn" title={`The clock of this device is ${clockWords(differenceMs)}`}>
      The request was signed with the endpoint’s time instead. Let the system set its time from the network:
      other tools will be refused.
    </Callout>
  );
}

import type { Attempt, InvokeError } from '../../core/index.ts';

/**
 * The server's clock minus ours in milliseconds, as far as an answer tells: by its Date, or by the times that AWS
 * puts into the message of a signature that is too old or too new.
 */
export function clockDifference(
  attempts: readonly Attempt[],
  error: Pick<InvokeError, 'message'> | undefined,
): number | undefined {
  const measured = attempts.findLast(({ clockSkewMs }) => clockSkewMs !== undefined)?.clockSkewMs;
  return measured ?? (error && differenceIn(error.message));
}

/** `Signature expired: 20261122T101112Z is now earlier than … (20261122T110000Z - 5 min.)`: the last time is theirs. */
function differenceIn(message: string): number | undefined {
  const [, kind, ours = '', theirs = ''] =
    /Signature (expired|not yet current): (\d{8}T\d{6}Z).*?\((\d{8}T\d{6}Z) [-+] \d+ min/s.exec(message) ??
    [];
  return kind === undefined ? undefined : parseBasic(theirs) - parseBasic(ours);
}

function parseBasic(text: string): number {
  return Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
}

/** `61 minutes slow`; in seconds below two minutes, in hours beyond two days. */
export function clockWords(differenceMs: number): string {
  const seconds = Math.abs(differenceMs) / 1_000;
  const [amount, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 172_800
        ? [seconds / 60, 'minute']
        : [seconds / 3_600, 'hour'];
  const rounded = Math.round(amount);
  return `${rounded} ${unit}${rounded === 1 ? '' : 's'} ${differenceMs > 0 ? 'slow' : 'fast'}`;
}

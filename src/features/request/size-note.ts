import { fullness, payloadLimitBytes } from '../../state/payload-limit.ts';
import type { Draft } from '../../state/types.ts';

export interface SizeNote {
  tone: 'warning' | 'error';
  text: string;
}

/** Said from nine tenths of the chosen type's limit on, in exact bytes. */
export function sizeNote({
  payload,
  invocationType,
}: Pick<Draft, 'payload' | 'invocationType'>): SizeNote | null {
  const size = payload.bytes.length;
  const limit = payloadLimitBytes(invocationType);
  const figures = `${number(size)} of ${number(limit)} bytes`;
  switch (fullness(size, limit)) {
    case 'fits':
      return null;
    case 'nearly full':
      return { tone: 'warning', text: `The payload is nearly full: ${figures} (${percent(size, limit)}).` };
    case 'over':
      return {
        tone: 'error',
        text: `The payload is too large for ${invocationType}: ${figures}. Nothing would be sent.`,
      };
  }
}

/** Rounded down, so that 100 % is never said of less. */
function percent(size: number, limit: number): string {
  return `${Math.floor((size / limit) * 100)} %`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}

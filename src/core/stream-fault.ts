import type { FrameFault } from './event-stream-frame.ts';
import type { InvokeError } from './types.ts';

/** How a stream can end other than by InvokeComplete or an error of the service. */
export type StreamFaultCode = FrameFault | 'COMPLETE_JSON' | 'TRUNCATED' | 'INCOMPLETE';

const ends: Partial<Record<StreamFaultCode, string>> = {
  TRUNCATED: 'broke off inside a frame',
  INCOMPLETE: 'ended without InvokeComplete',
};

/** The other codes say themselves what is wrong: `MESSAGE_CRC` is a wrong message crc. */
export function streamFault(code: StreamFaultCode): Pick<InvokeError, 'kind' | 'code' | 'message'> {
  const end = ends[code] ?? `is damaged: wrong ${code.toLowerCase().replace('_', ' ')}`;
  return { kind: 'bad-response', code, message: `The stream ${end}.` };
}

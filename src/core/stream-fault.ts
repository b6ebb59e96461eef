import type { FrameFault } from './event-stream-frame.ts';
import type { InvokeError } from './types.ts';

/** How a stream can end other than by InvokeComplete or an error of the service. */
export type StreamFaultCode = FrameFault | 'COMPLETE_JSON' | 'TRUNCATED' | 'INCOMPLETE';

const messages: Record<StreamFaultCode, string> = {
  FRAME_LENGTH: damaged('claims an impossible length'),
  PRELUDE_CRC: damaged('has a wrong checksum at its beginning'),
  MESSAGE_CRC: damaged('has a wrong checksum'),
  FRAME_HEADERS: damaged('has headers that cannot be read'),
  COMPLETE_JSON: 'The stream ended with an InvokeComplete that is not JSON.',
  TRUNCATED: 'The stream broke off inside a frame.',
  INCOMPLETE: 'The stream ended without InvokeComplete.',
};

function damaged(how: string): string {
  return `The stream is damaged: a frame ${how}.`;
}

export function streamFault(code: StreamFaultCode): Pick<InvokeError, 'kind' | 'code' | 'message'> {
  return { kind: 'bad-response', code, message: messages[code] };
}

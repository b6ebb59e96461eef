import type { FrameFault } from './event-stream-frame.ts';
import type { InvokeError } from './types.ts';

/** How a stream can end other than by InvokeComplete or an error of the service. */
export type StreamFaultCode = FrameFault | 'COMPLETE_JSON' | 'TRUNCATED' | 'INCOMPLETE';

const messages: Record<StreamFaultCode, string> = {
  FRAME_LENGTH: 'The stream is damaged: a frame claims an impossible length.',
  PRELUDE_CRC: 'The stream is damaged: the checksum of a frame’s first bytes is wrong.',
  MESSAGE_CRC: 'The stream is damaged: the checksum of a frame is wrong.',
  FRAME_HEADERS: 'The stream is damaged: the headers of a frame cannot be read.',
  COMPLETE_JSON: 'The stream ended with an InvokeComplete that is not a JSON object.',
  TRUNCATED: 'The stream broke off inside a frame.',
  INCOMPLETE: 'The stream ended without InvokeComplete, so whether the function succeeded is not known.',
};

export function streamFault(code: StreamFaultCode): Pick<InvokeError, 'kind' | 'code' | 'message'> {
  return { kind: 'bad-response', code, message: messages[code] };
}

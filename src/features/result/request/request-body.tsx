import { imageTypeOf } from '../../../documents/image-type.ts';
import { Badge } from '../../../ui/badge.tsx';
import { VisibleText } from '../../../ui/visible-text.tsx';
import { formatBytes } from '../../../ui/format-numbers.ts';
import type { BodyLook } from '../response/body-view.tsx';
import { readResponseBody } from '../response/response-body.ts';

export interface RequestBodyProps {
  /** undefined: nothing was sent, or it was not kept. */
  bytes: Uint8Array | undefined;
  /** Its size, also when it was not kept. */
  sizeBytes: number;
  documentsInside: BodyLook['documentsInside'];
}

/** Enough to know a payload by. */
const previewCharacters = 2_000;

/** The payload as it was sent: how much, and its beginning. */
export function RequestBody({ bytes, sizeBytes, documentsInside }: RequestBodyProps) {
  const size = <span className="dim tabular">{formatBytes(sizeBytes)}</span>;
  if (sizeBytes === 0) return <p className="request-body-none dim">No body was sent.</p>;
  if (bytes === undefined)
    return <p className="request-body-none dim">{size}: more than the history keeps.</p>;
  const { kind, text } = readResponseBody(bytes);
  if (kind === 'binary') {
    return (
      <p className="request-body-none">
        {size} <Badge>{imageTypeOf(bytes) ?? 'binary'}</Badge>
      </p>
    );
  }
  return (
    <>
      <div className="request-body-none">
        {size}
        {text.length > previewCharacters && <span className="dim"> · its beginning:</span>}
        {kind === 'json' && documentsInside?.(text, 'payload')}
      </div>
      <pre className="request-body-text">
        <VisibleText text={text.slice(0, previewCharacters)} />
      </pre>
    </>
  );
}

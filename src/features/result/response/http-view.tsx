import { Download } from 'lucide-react';
import { useState } from 'react';
import { encodeBase64 } from '../../../documents/base64.ts';
import { headerOf, type HttpResponse } from '../../../documents/http-response.ts';
import { imageTypeOf } from '../../../documents/image-type.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { HexView } from '../../../ui/hex-view.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { KeyValue } from '../../../ui/key-value.tsx';
import { toneClass } from '../../../ui/tone.ts';
import { formatBytes } from '../../../ui/format-numbers.ts';
import { reasonPhrase, statusTone } from './http-status.ts';
import { ImagePreview } from './image-preview.tsx';
import { PrettyContent } from './pretty-content.tsx';
import { readResponseBody } from './response-body.ts';
import { extensionOf } from './response-views.ts';
import { saveBytes } from '../../../ui/save-bytes.ts';
import { TextContent } from './text-content.tsx';
import './http-view.css';

export interface HttpViewProps {
  response: HttpResponse;
  wrap: boolean;
  isFinding: boolean;
  onFindClose: () => void;
  followEnd?: boolean;
}

/** An answer as the HTTP client behind API Gateway, a load balancer or a function URL would get it. */
export function HttpView({ response, ...text }: HttpViewProps) {
  const { statusCode, headers, body } = response;
  return (
    <div className="http-view">
      <p className={`http-view-status mono ${toneClass(statusTone(statusCode))}`}>
        <span className="http-view-code">{statusCode}</span> {reasonPhrase(statusCode)}
      </p>
      <Headers headers={headers} />
      {response.badBase64 && (
        <p className="response-view-note">
          The body is said to be base64, and it is none: shown as it stands.
        </p>
      )}
      {body.length === 0 ? (
        <p className="http-view-empty dim">No body</p>
      ) : (
        <HttpBody response={response} {...text} />
      )}
    </div>
  );
}

function Headers({ headers }: Pick<HttpResponse, 'headers'>) {
  const [isOpen, setOpen] = useState(true);
  if (headers.length === 0) return <p className="http-view-empty dim">No headers</p>;
  return (
    <details
      className="http-view-headers"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Headers · {headers.length}</summary>
      <div className="http-view-rows" tabIndex={0} role="group" aria-label="HTTP headers">
        <KeyValue label="HTTP headers" rows={headers.map(([key, value]) => ({ key, value }))} />
      </div>
    </details>
  );
}

function HttpBody({ response, ...text }: HttpViewProps) {
  const { body: bytes } = response;
  const type = headerOf(response, 'content-type') ?? '';
  const read = readResponseBody(bytes);
  const body = { ...read, imageType: imageTypeOf(bytes, type) };
  return (
    <>
      <div className="http-view-bar">
        <span className="truncate dim">
          Body · {formatBytes(bytes.length)}
          {type !== '' && ` · ${type}`}
        </span>
        <CopyButton
          label={body.kind === 'binary' ? 'Copy body as base64' : 'Copy body'}
          text={body.kind === 'binary' ? () => encodeBase64(bytes) : body.text}
        />
        <IconButton
          label="Save body as a file"
          size="small"
          icon={<Download aria-hidden="true" />}
          onClick={() => saveBytes(bytes, `body.${extensionOf(body)}`)}
        />
      </div>
      <div className="http-view-body">
        {body.imageType !== null && <ImagePreview bytes={bytes} type={body.imageType} />}
        {body.imageType === null && body.kind === 'json' && (
          <PrettyContent {...{ bytes, body }} {...text} label="HTTP body" />
        )}
        {body.imageType === null && body.kind === 'text' && (
          <TextContent {...text} text={body.text} language="plain" label="HTTP body" />
        )}
        {body.imageType === null && body.kind === 'binary' && <HexView bytes={bytes} label="HTTP body" />}
      </div>
    </>
  );
}

import { KeyValue } from '../../../ui/key-value.tsx';
import { TextView } from '../../../ui/text-view.tsx';
import { formatJson } from '../../../documents/json-format.ts';
import { isJson } from '../../../documents/json-problems.ts';
import type { HttpResponseView } from './response-kind.ts';

/** A proxy answer as the HTTP client behind API Gateway or a function URL would get it. */
export function HttpView({ response, wrap }: { response: HttpResponseView; wrap: boolean }) {
  const body = decodedBody(response);
  const json = isJson(body);
  return (
    <div className="http-view">
      <p className="http-view-status mono">HTTP {response.statusCode}</p>
      {response.headers.length > 0 && (
        <KeyValue label="HTTP headers" rows={response.headers.map(([key, value]) => ({ key, value }))} />
      )}
      <div className="http-view-body">
        <TextView
          text={json ? formatJson(body) : body}
          language={json ? 'json' : 'plain'}
          wrap={wrap}
          label="HTTP body"
        />
      </div>
    </div>
  );
}

/** Base64 that is not base64 is shown as it is. */
function decodedBody(response: HttpResponseView): string {
  if (!response.isBase64Encoded) return response.body;
  try {
    const bytes = Uint8Array.from(atob(response.body), (character) => character.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return response.body;
  }
}

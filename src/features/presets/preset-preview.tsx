import { classifyEndpoint } from '../../documents/endpoint-class.ts';
import { payloadFromPreset, payloadText } from '../../documents/payload.ts';
import type { PayloadDocument } from '../../documents/payload-types.ts';
import type { Preset } from '../../documents/preset-types.ts';
import { Callout } from '../../ui/callout.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { visibleText } from './visible-text.ts';

/** More is not drawn here; the whole is in the draft. */
const shownCharacters = 64 * 1024;

/** What would be invoked, above the name that somebody gave it. */
export function PresetPreview({ preset, notice }: { preset: Preset; notice: string | undefined }) {
  const payload = payloadFromPreset(preset.request);
  const endpoint = preset.target?.endpoint ?? null;
  return (
    <div className="preset-form">
      <KeyValue label="What it asks for" rows={rowsOf(preset, payload.ok ? payload.document : null)} />
      {preset.description !== '' && <p className="preset-description">{visibleText(preset.description)}</p>}
      {endpoint !== null && <ForeignEndpoint endpoint={endpoint} />}
      {notice !== undefined && <Callout tone="info" title={notice} />}
      {payload.ok && <PayloadPreview document={payload.document} />}
      {preset.request.clientContext !== '' && (
        <Preview label="Client context of the preset" text={preset.request.clientContext} />
      )}
    </div>
  );
}

function rowsOf({ name, request, target }: Preset, payload: PayloadDocument | null) {
  const endpoint = target?.endpoint ?? null;
  return [
    { key: 'Function', value: request.functionName || 'none' },
    { key: 'Qualifier', value: request.qualifier || 'none' },
    { key: 'Region', value: target?.region ?? 'not said' },
    { key: 'Endpoint', value: endpoint === null ? 'AWS' : visibleText(endpoint) },
    { key: 'Invocation type', value: request.invocationType },
    { key: 'Payload', value: payload === null ? 'damaged' : `${payload.bytes.byteLength} bytes` },
    { key: 'Named', value: <bdi>{visibleText(name)}</bdi> },
  ];
}

/** A link chooses no endpoint: what is sent goes to the connection of this page. */
function ForeignEndpoint({ endpoint }: { endpoint: string }) {
  const found = classifyEndpoint(endpoint);
  return (
    <Callout tone="warn" title="The endpoint it names is not used">
      <p>
        It names <bdi className="mono">{visibleText(found.kind === 'refused' ? endpoint : found.origin)}</bdi>
        . A draft opened from it goes to the connection that you have chosen.
      </p>
    </Callout>
  );
}

function PayloadPreview({ document }: { document: PayloadDocument }) {
  if (document.bytes.byteLength === 0) return <p className="dim">It has no payload.</p>;
  if (document.encoding === 'binary') return <p className="dim">The payload is binary.</p>;
  return <Preview label="Payload of the preset" text={payloadText(document)} />;
}

function Preview({ label, text }: { label: string; text: string }) {
  return (
    <>
      <pre className="preset-payload" role="region" aria-label={label} tabIndex={0}>
        {text.slice(0, shownCharacters)}
      </pre>
      {text.length > shownCharacters && (
        <p className="dim">
          The first {shownCharacters} characters of {text.length}. Open it to see the rest.
        </p>
      )}
    </>
  );
}

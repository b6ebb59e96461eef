import { Fragment } from 'react';
import type { PreparedRequest } from '../../../core/index.ts';
import type { Run } from '../../../state/types.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { KeyValue } from '../../../ui/key-value.tsx';
import type { BodyLook } from '../response/body-view.tsx';
import { CopyAsMenu } from '../copy-as/copy-as-menu.tsx';
import { MismatchView } from './mismatch-view.tsx';
import { RequestBody } from './request-body.tsx';
import { canonicalLines, labelled, serviceSideOf, stringToSignLabels } from './signature-mismatch.ts';
import { SignedText } from './signed-text.tsx';
import './request-view.css';

export interface RequestViewProps extends Pick<BodyLook, 'documentsInside'> {
  run: Run;
}

/** What went over the wire: method, URL, headers with secrets masked, body, and what was signed. */
export function RequestView({ run, documentsInside }: RequestViewProps) {
  const { prepared } = run;
  if (prepared === null) {
    return (
      <EmptyState title="No request">
        {run.outcome === null ? 'It is being signed.' : 'Nothing was sent.'}
      </EmptyState>
    );
  }
  const service = run.result?.ok === false ? serviceSideOf(run.result.error.message) : null;
  return (
    <div className="result-panel-scroll request-view" tabIndex={0} role="group" aria-label="Request">
      <div className="request-view-top">
        <p className="request-view-line mono">
          <strong>{prepared.method}</strong> <BreakableUrl url={prepared.url} />
        </p>
        <CopyButton label="Copy URL" text={prepared.url} />
        <CopyAsMenu run={run} withText />
      </div>
      {run.relayed && <p className="dim">{relayWords}</p>}
      {service !== null && <MismatchView prepared={prepared} service={service} />}
      <h2 className="request-view-title">Headers</h2>
      <Headers prepared={prepared} />
      <h2 className="request-view-title">Body</h2>
      <RequestBody
        documentsInside={documentsInside}
        bytes={run.omitted.request ? undefined : prepared.body}
        sizeBytes={run.omitted.request?.sizeBytes ?? prepared.body?.length ?? 0}
      />
      <h2 className="request-view-title">Signature</h2>
      <Signature prepared={prepared} />
    </div>
  );
}

/** Breaks between its parts, and inside of one only when that alone is too long. */
function BreakableUrl({ url }: { url: string }) {
  return url.split(/(?<=[/?&])(?!\/)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}

const relayWords =
  'It went through the relay of this page’s own server, which passes it on unchanged: signed in this page, for the address above.';

/** `…` stands for what is hidden: tokens, signatures, all but the start of the access key ID. */
function Headers({ prepared: { headers, signedHeaders } }: { prepared: PreparedRequest }) {
  const signed = new Set(signedHeaders);
  return (
    <KeyValue
      label="Request headers"
      rows={Object.entries(headers).map(([key, value]) => ({
        key,
        value,
        title: signed.has(key) ? 'Part of the signature' : 'Not part of the signature',
        dim: !signed.has(key) && key !== 'authorization',
      }))}
    />
  );
}

function Signature({ prepared: { canonicalRequest, stringToSign } }: { prepared: PreparedRequest }) {
  if (stringToSign === '') return <p className="dim">Sent without a signature.</p>;
  return (
    <>
      <SignedText
        title="Canonical request"
        text={canonicalRequest}
        lines={canonicalLines(canonicalRequest)}
      />
      <SignedText
        title="String to sign"
        text={stringToSign}
        lines={labelled(stringToSign, stringToSignLabels)}
      />
    </>
  );
}

import type { PreparedRequest } from '../../../core/index.ts';
import { Callout } from '../../../ui/callout.tsx';
import { VisibleText } from '../../../ui/visible-text.tsx';
import {
  compareCanonicalRequests,
  compareStringsToSign,
  mismatchMeaning,
  type ComparedLine,
  type ServiceSide,
} from './signature-mismatch.ts';

export interface MismatchViewProps {
  prepared: PreparedRequest;
  service: ServiceSide;
}

/** What was signed here beside what the service says that it has hashed. */
export function MismatchView({ prepared, service }: MismatchViewProps) {
  const canonical = compareCanonicalRequests(prepared.canonicalRequest, service.canonicalRequest);
  const toSign =
    service.stringToSign === null ? [] : compareStringsToSign(prepared.stringToSign, service.stringToSign);
  return (
    <section className="mismatch-view" aria-label="Signature comparison">
      <Callout tone="warn" title="The signature does not match">
        {mismatchMeaning(canonical)}
      </Callout>
      <Compared title="Canonical request" lines={canonical} />
      {toSign.length > 0 && <Compared title="String to sign" lines={toSign} />}
    </section>
  );
}

function Compared({ title, lines }: { title: string; lines: readonly ComparedLine[] }) {
  return (
    <table className="mismatch-view-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Signed here</th>
          <th scope="col">Hashed by the service</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ label, ours, theirs, state }, index) => (
          <tr key={index} data-state={state}>
            <th scope="row">
              {label}
              {state !== 'same' && <span className="mismatch-view-state">{stateWords[state]}</span>}
            </th>
            <td className="mono">
              <VisibleText text={ours ?? '—'} />
            </td>
            <td className="mono">
              <VisibleText text={theirs ?? '—'} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const stateWords: Readonly<Record<'differs' | 'secret', string>> = {
  differs: 'differs',
  secret: 'hidden, not compared',
};

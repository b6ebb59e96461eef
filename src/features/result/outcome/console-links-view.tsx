import { consoleLinks } from '../../../documents/doctor/console-links.ts';
import type { Run } from '../../../state/types.ts';
import type { ResultFacts } from '../result-facts.ts';
import './console-links-view.css';

/** Where the AWS console tells more of this run: the function, its log at that time, its trace. */
export function ConsoleLinksView({ run, facts }: { run: Run; facts: ResultFacts }) {
  const { request, startedAt, endedAt, refusal } = run;
  if (request.endpoint !== null || refusal !== null) return null;
  const { location } = facts.log ?? {};
  const links = consoleLinks({
    region: request.region,
    functionName: request.functionName,
    startedAt,
    endedAt,
    executedVersion: facts.executedVersion,
    requestId: facts.requestId,
    logGroup: location?.logGroup,
    logStream: location?.logStreamName,
    xrayTraceId: facts.report.xrayTraceId ?? rootOf(request.traceId),
  });
  if (links.length === 0) return null;
  return (
    <nav className="console-links-view" aria-label="In the AWS console">
      <span className="dim">In the AWS console</span>
      {links.map(({ kind, label, url }) => (
        <a key={kind} href={url} target="_blank" rel="noopener noreferrer">
          {label}
        </a>
      ))}
    </nav>
  );
}

/** The trace that was asked for: `Root=1-…;Sampled=1`. */
function rootOf(traceId: string): string | undefined {
  return /Root=(1-[\da-f]{8}-[\da-f]{24})/i.exec(traceId)?.[1];
}

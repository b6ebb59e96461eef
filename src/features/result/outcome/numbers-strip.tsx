import { Meter } from '../../../ui/meter.tsx';
import { Stat } from '../../../ui/stat.tsx';
import { formatBytes, formatMs } from '../format-numbers.ts';
import type { ResultFacts } from '../result-facts.ts';
import './numbers-strip.css';

/** The numbers of a run: what was measured here, and what the REPORT line says. */
export function NumbersStrip({ facts }: { facts: ResultFacts }) {
  const { report } = facts;
  return (
    <div className="numbers-strip" role="group" aria-label="Numbers">
      <Milliseconds
        label="Round trip"
        field="round-trip"
        ms={facts.roundTripMs}
        title="From the send to the last byte, measured in this page"
      />
      <Milliseconds label="Duration" field="duration" ms={report.durationMs} />
      <Milliseconds label="Billed" field="billed-duration" ms={report.billedDurationMs} />
      <Memory facts={facts} />
      <Milliseconds
        label="Init"
        field="init-duration"
        ms={report.initDurationMs}
        title="Cold start: the time before the handler could be called"
      />
      <Milliseconds label="Restore" field="restore-duration" ms={report.restoreDurationMs} />
      <Bytes label="Request" field="request-size" bytes={facts.requestBytes} />
      <Bytes label="Response" field="response-size" bytes={facts.body?.length} />
    </div>
  );
}

interface MillisecondsProps {
  label: string;
  field: string;
  ms: number | undefined;
  title?: string;
}

function Milliseconds({ label, field, ms, title }: MillisecondsProps) {
  if (ms === undefined) return null;
  return (
    <Stat label={label} value={formatMs(ms)} field={field} rawValue={ms} {...(title ? { title } : {})} />
  );
}

function Bytes({ label, field, bytes }: { label: string; field: string; bytes: number | undefined }) {
  if (bytes === undefined) return null;
  return (
    <Stat label={label} value={formatBytes(bytes)} field={field} rawValue={bytes} title={`${bytes} bytes`} />
  );
}

function Memory({ facts }: { facts: ResultFacts }) {
  const { maxMemoryUsedMB: used, memorySizeMB: size } = facts.report;
  if (used === undefined || size === undefined) return null;
  return (
    <div className="numbers-strip-memory">
      <Stat
        label="Memory"
        value={
          <>
            <span data-field="memory-used" data-value={used}>
              {used}
            </span>
            {' / '}
            <span data-field="memory-size" data-value={size}>
              {size}
            </span>
            {' MB'}
          </>
        }
      />
      <Meter label="Memory used" value={used} max={size} />
    </div>
  );
}

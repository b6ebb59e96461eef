import { Badge } from '../../../ui/badge.tsx';
import { Meter } from '../../../ui/meter.tsx';
import { Stat } from '../../../ui/stat.tsx';
import { formatBytes, formatMs } from '../../../ui/format-numbers.ts';
import type { ResultFacts } from '../result-facts.ts';
import './numbers-strip.css';

export interface NumbersStripProps {
  facts: ResultFacts;
  isStream: boolean;
}

/** The numbers of a run: what was measured here, and what the REPORT line says. */
export function NumbersStrip({ facts, isStream }: NumbersStripProps) {
  const { report, roundTripMs, firstByteMs } = facts;
  return (
    <div className="numbers-strip" role="group" aria-label="Numbers">
      <Milliseconds label="Round trip" field="round-trip" ms={roundTripMs} title={titles.roundTrip} />
      {isStream && (
        <Milliseconds label="First byte" field="first-byte" ms={firstByteMs} title={titles.firstByte} />
      )}
      <Milliseconds label="Duration" field="duration" ms={report.durationMs} title={titles.duration} />
      <Milliseconds
        label="Billed"
        field="billed-duration"
        ms={report.billedDurationMs}
        title={titles.billed}
      />
      <Memory facts={facts} />
      <Milliseconds label="Init" field="init-duration" ms={report.initDurationMs} title={titles.init} />
      <Milliseconds
        label="Restore"
        field="restore-duration"
        ms={report.restoreDurationMs}
        title={titles.restore}
      />
      <div className="numbers-strip-sizes">
        <Bytes label="Request" field="request-size" bytes={facts.requestBytes} />
        <Bytes label="Response" field="response-size" bytes={facts.body?.length} />
      </div>
      <Failure facts={facts} />
    </div>
  );
}

const titles = {
  roundTrip:
    'From the send to the last byte, measured in this page: network, Lambda and the function together',
  firstByte: 'From the send to the first byte of the answer, measured in this page',
  duration: 'Time that the handler took, from the REPORT line',
  billed: 'What AWS charges for, from the REPORT line: duration and init, rounded up to whole milliseconds',
  init: 'Cold start: loading the runtime and the code outside of the handler, before the duration begins',
  restore: 'SnapStart: restoring the snapshot in place of a cold start',
};

/** What went wrong by the REPORT line; a success says nothing there. */
function Failure({ facts: { report } }: { facts: ResultFacts }) {
  const { status, errorType } = report;
  if (status === undefined || status === 'success') return null;
  return (
    <div className="numbers-strip-failure">
      <Badge tone="error" title="Status and error type of the REPORT line">
        {[`Status ${status}`, errorType].filter((part) => part !== undefined).join(' · ')}
      </Badge>
    </div>
  );
}

interface MillisecondsProps {
  label: string;
  field: string;
  ms: number | undefined;
  title: string;
}

function Milliseconds({ label, field, ms, title }: MillisecondsProps) {
  if (ms === undefined) return null;
  return <Stat label={label} value={formatMs(ms)} field={field} rawValue={ms} title={title} />;
}

function Bytes({ label, field, bytes }: { label: string; field: string; bytes: number | undefined }) {
  if (bytes === undefined) return null;
  const exact = `${bytes.toLocaleString('en-US')} bytes`;
  return <Stat label={label} value={formatBytes(bytes)} field={field} rawValue={bytes} title={exact} />;
}

function Memory({ facts }: { facts: ResultFacts }) {
  const { maxMemoryUsedMB: used, memorySizeMB: size } = facts.report;
  if (used === undefined || size === undefined) return null;
  const share = size > 0 ? Math.round((used / size) * 100) : 0;
  return (
    <div className="numbers-strip-memory">
      <Stat
        label="Memory"
        title={`Most memory used of the configured size: ${share} %`}
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
      <Meter label="Memory used" value={used} max={size} valueText={`${used} of ${size} MB, ${share} %`} />
    </div>
  );
}

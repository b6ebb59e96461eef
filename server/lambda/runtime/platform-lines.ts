/**
 * The lines that Lambda itself writes into a function's log, in both log formats
 * (AWS Lambda developer guide: "Viewing CloudWatch logs", Telemetry API schema 2025-01-29 for JSON).
 */
export type LogFormat = 'Text' | 'JSON';

export interface InvocationReport {
  requestId: string;
  durationMs: number;
  memorySizeMb: number;
  maxMemoryUsedMb: number;
  initDurationMs: number | undefined;
  tenantId: string | undefined;
  /** `failure`: the platform ended the invocation, `error`: the handler did. */
  status: 'success' | 'error' | 'failure' | 'timeout';
  errorType: string | undefined;
}

export interface InvocationStart {
  requestId: string;
  version: string;
  functionArn: string;
  tenantId: string | undefined;
}

export function startLine(
  format: LogFormat,
  { requestId, version, functionArn, tenantId }: InvocationStart,
): string {
  if (format === 'Text') return `START RequestId: ${requestId} Version: ${version}`;
  return platformEvent('platform.start', { requestId, functionArn, version, ...(tenantId && { tenantId }) });
}

/** END exists in the text format only. */
export function endLine(format: LogFormat, requestId: string): string | undefined {
  return format === 'Text' ? `END RequestId: ${requestId}` : undefined;
}

export function reportLine(format: LogFormat, report: InvocationReport): string {
  return format === 'Text' ? textReport(report) : jsonReport(report);
}

export interface InitReport {
  durationMs: number;
  status: 'error' | 'timeout';
  errorType: string | undefined;
}

/** Why an environment had to be given up while it was still loading code. */
export function initReportLine(format: LogFormat, { durationMs, status, errorType }: InitReport): string {
  if (format === 'Text') {
    const fields = [
      `INIT_REPORT Init Duration: ${durationMs.toFixed(2)} ms`,
      'Phase: init',
      `Status: ${status}`,
    ];
    return [...fields, ...(errorType ? [`Error Type: ${errorType}`] : [])].join('\t');
  }
  return platformEvent('platform.initReport', {
    initializationType: 'on-demand',
    phase: 'init',
    status,
    ...(errorType && { errorType }),
    metrics: { durationMs: round(durationMs) },
  });
}

/** Since August 2025 the init phase is billed with the first invocation. */
function billedMs({ durationMs, initDurationMs = 0 }: InvocationReport): number {
  return Math.ceil(durationMs + initDurationMs);
}

function textReport(report: InvocationReport): string {
  const fields = [
    `REPORT RequestId: ${report.requestId}`,
    `Duration: ${report.durationMs.toFixed(2)} ms`,
    `Billed Duration: ${billedMs(report)} ms`,
    `Memory Size: ${report.memorySizeMb} MB`,
    `Max Memory Used: ${report.maxMemoryUsedMb} MB`,
  ];
  if (report.initDurationMs !== undefined)
    fields.push(`Init Duration: ${report.initDurationMs.toFixed(2)} ms`);
  if (report.status === 'timeout') fields.push('Status: timeout');
  if (report.status === 'failure')
    fields.push('Status: error', `Error Type: ${report.errorType ?? 'Unknown'}`);
  return `${fields.join('\t')}\t`;
}

function jsonReport(report: InvocationReport): string {
  const { requestId, tenantId, status, errorType } = report;
  return platformEvent('platform.report', {
    requestId,
    ...(tenantId && { tenantId }),
    metrics: {
      durationMs: round(report.durationMs),
      billedDurationMs: billedMs(report),
      memorySizeMB: report.memorySizeMb,
      maxMemoryUsedMB: report.maxMemoryUsedMb,
      ...(report.initDurationMs !== undefined && { initDurationMs: round(report.initDurationMs) }),
    },
    status,
    ...(errorType && { errorType }),
  });
}

function platformEvent(type: string, record: object): string {
  return JSON.stringify({ time: new Date().toISOString(), type, record });
}

function round(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

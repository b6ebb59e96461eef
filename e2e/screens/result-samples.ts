/** A log as a real function leaves it: every level, an object, a stack, a cold start. */
export const orderLog = [
  'INIT_START Runtime Version: nodejs:22.v45\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:0b1',
  'START RequestId: 8fc6f963-411b-58b5-8483-a32130c0f45d Version: 42',
  line('100', 'INFO', 'order ord_8812 received with 3 items'),
  line('138', 'DEBUG', '\u001b[36mcache\u001b[0m lookup took \u001b[1;33m38 ms\u001b[0m'),
  line('186', 'WARN', 'price cache miss for sku A-119'),
  '{"timestamp":"2026-11-22T12:34:56.201Z","level":"INFO","requestId":"8fc6f963","message":"reserved","items":3,"total":1.10}',
  line('231', 'ERROR', 'Error: connect ECONNREFUSED 10.0.3.7:5432'),
  '    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1607:16)',
  '    at async reserve (file:///var/task/reserve.mjs:41:9)',
  '    at async handler (file:///var/task/index.mjs:12:3)',
  'printed without a level',
  'END RequestId: 8fc6f963-411b-58b5-8483-a32130c0f45d',
  'REPORT RequestId: 8fc6f963-411b-58b5-8483-a32130c0f45d\tDuration: 133.92 ms\tBilled Duration: 347 ms\tMemory Size: 256 MB\tMax Memory Used: 231 MB\tInit Duration: 212.40 ms\t',
  'XRAY TraceId: 1-61c86fa4-59b3c6d959653c527fd10966\tSegmentId: 107ea78a5750a811\tSampled: true',
  '',
].join('\n');

function line(ms: string, level: string, message: string): string {
  return `2026-11-22T12:34:56.${ms}Z\t8fc6f963-411b-58b5-8483-a32130c0f45d\t${level}\t${message}`;
}

/** A picture with a transparent ground. */
export const badge =
  '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80" viewBox="0 0 240 80">' +
  '<rect width="240" height="80" rx="16" fill="#2563eb"/>' +
  '<text x="120" y="50" font-family="sans-serif" font-size="28" fill="#fff" text-anchor="middle">order 8812</text></svg>';

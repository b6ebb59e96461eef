import type { InvocationType } from '../../core/index.ts';

/** An invocation to be written down for another tool; members that are '' are not sent. It holds no credential. */
export interface CopyAsInput {
  /** Name, `name:qualifier`, partial or full ARN. */
  functionName: string;
  qualifier: string;
  invocationType: InvocationType;
  tailLog: boolean;
  stream: boolean;
  /** JSON, not yet base64. */
  clientContext: string;
  tenantId: string;
  durableExecutionName: string;
  traceId: string;
  payload: Uint8Array;
  region: string;
  /** null: the AWS endpoint of the region. */
  endpoint: string | null;
}

/** `notes`: what the text does differently from the console, and what it needs. */
export type CopyAsResult = { ok: true; text: string; notes: string[] } | { ok: false; message: string };

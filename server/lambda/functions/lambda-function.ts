import type { LogFormat } from '../runtime/platform-lines.ts';

/** A function as the endpoint knows it: where its code is, and its configuration. */
export interface LambdaFunction {
  name: string;
  code: FunctionCode;
  settings: FunctionSettings;
  aliases: ReadonlyMap<string, FunctionAlias>;
}

export interface FunctionCode {
  /** LAMBDA_TASK_ROOT and the working folder. */
  taskRoot: string;
  /** The file with the handler, absolute. */
  entryFile: string;
  /** `file.export` below the task root, as in the Handler setting of a function. */
  handler: string;
}

/** The configuration that is published with a version. Names and meaning are the API's. */
export interface FunctionSettings {
  description: string;
  timeoutSeconds: number;
  memoryMb: number;
  environment: Readonly<Record<string, string>>;
  logFormat: LogFormat;
  /** TenancyConfig PER_TENANT: each tenant id has execution environments of its own. */
  tenantIsolation: boolean;
  /** Not set: the function shares what the account has left. */
  reservedConcurrency: number | undefined;
  /** The endpoint plays the fault that the payload asks for (functions/faults). */
  faults: boolean;
}

export interface FunctionAlias {
  name: string;
  description: string;
  functionVersion: string;
  /** Additional version -> share of the invocations, 0 to 1. */
  weights: ReadonlyMap<string, number>;
}

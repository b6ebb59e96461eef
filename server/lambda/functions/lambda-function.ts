import type { LogFormat } from '../runtime/platform-lines.ts';

/** A function as the endpoint knows it: where its code is, and its configuration. */
export interface LambdaFunction {
  name: string;
  code: FunctionCode;
  settings: FunctionSettings;
  /** Of the configuration file; those made by the API come on top. */
  aliases: ReadonlyMap<string, FunctionAlias>;
  /** Where the published versions of this function are, or will be, kept. */
  versionsFolder: string;
}

/** Functions and what is wrong with the place they come from, as they are at this moment. */
export interface FunctionsFound {
  functions: ReadonlyMap<string, LambdaFunction>;
  problems: readonly string[];
}

export interface FunctionCode {
  /** LAMBDA_TASK_ROOT and the working folder. */
  taskRoot: string;
  /** The file with the handler, relative to the task root and with slashes. */
  entryFile: string;
  /** Folders directly below the task root that are other functions' code. */
  foreignFolders: readonly string[];
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

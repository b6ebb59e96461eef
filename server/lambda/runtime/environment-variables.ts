import { dirname } from 'node:path';
import { bootstrapFile } from '../child-files.ts';
import type { LambdaFunction } from '../functions/lambda-function.ts';

export interface VariableSource {
  fn: LambdaFunction;
  version: string;
  region: string;
  /** Of --env-file: the only way for credentials to reach a handler. */
  extra: Readonly<Record<string, string>>;
}

/**
 * The environment of a handler as Lambda's managed Node runtimes set it. Nothing of the shell's environment
 * passes, so its AWS credentials cannot leak; what the system itself needs to run a process does.
 */
export function environmentVariables({ fn, version, region, extra }: VariableSource): Record<string, string> {
  return {
    ...systemVariables(),
    TZ: ':UTC',
    LANG: 'en_US.UTF-8',
    ...fn.settings.environment,
    ...extra,
    _HANDLER: fn.code.handler,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_EXECUTION_ENV: `AWS_Lambda_${nodeRuntime}`,
    AWS_LAMBDA_FUNCTION_NAME: fn.name,
    AWS_LAMBDA_FUNCTION_VERSION: version,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(fn.settings.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_FORMAT: fn.settings.logFormat,
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${fn.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: logStreamName(version),
    LAMBDA_TASK_ROOT: fn.code.taskRoot,
    LAMBDA_RUNTIME_DIR: dirname(bootstrapFile),
  };
}

/** The managed runtime that this Node corresponds to. */
export const nodeRuntime = `nodejs${process.versions.node.split('.')[0] ?? ''}.x`;

function systemVariables(): Record<string, string> {
  const names = process.platform === 'win32' ? ['PATH', 'SystemRoot', 'TEMP', 'TMP'] : ['PATH'];
  const entries = names.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** Unique to an execution environment, hence also the mark of its processes. */
function logStreamName(version: string): string {
  const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[${version}]${crypto.randomUUID().replaceAll('-', '')}`;
}

import { createHash } from 'node:crypto';
import type { FunctionAlias, LambdaFunction } from '../functions/lambda-function.ts';
import type { CodeFacts } from '../functions/version-store.ts';
import { nodeRuntime } from '../runtime/environment-variables.ts';
import { type AccountScope, functionArn } from './function-reference.ts';

export interface ConfigurationSource {
  fn: LambdaFunction;
  version: string;
  facts: CodeFacts;
  scope: AccountScope;
  /** The ARN ends in the version; in lists of functions and for an unqualified $LATEST it does not. */
  isQualified: boolean;
}

/** A FunctionConfiguration of the API. */
export function functionConfiguration({
  fn,
  version,
  facts,
  scope,
  isQualified,
}: ConfigurationSource): object {
  const { settings } = fn;
  return {
    FunctionName: fn.name,
    FunctionArn: functionArn(fn.name, scope, isQualified ? version : undefined),
    Runtime: nodeRuntime,
    Role: `arn:aws:iam::${scope.accountId}:role/local`,
    Handler: fn.code.handler,
    CodeSize: facts.sizeBytes,
    CodeSha256: facts.sha256,
    Description: settings.description,
    Timeout: settings.timeoutSeconds,
    MemorySize: settings.memoryMb,
    LastModified: new Date(facts.modifiedMs).toISOString().replace('Z', '+0000'),
    Version: version,
    ...(Object.keys(settings.environment).length > 0 && { Environment: { Variables: settings.environment } }),
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: revisionId(facts.sha256 + JSON.stringify(settings)),
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [process.arch === 'arm64' ? 'arm64' : 'x86_64'],
    EphemeralStorage: { Size: 512 },
    SnapStart: { ApplyOn: 'None', OptimizationStatus: 'Off' },
    LoggingConfig: { LogFormat: settings.logFormat, LogGroup: `/aws/lambda/${fn.name}` },
    ...(settings.tenantIsolation && { TenancyConfig: { TenantIsolationMode: 'PER_TENANT' } }),
  };
}

/** An AliasConfiguration of the API. */
export function aliasConfiguration(fn: LambdaFunction, alias: FunctionAlias, scope: AccountScope): object {
  const weights = Object.fromEntries(alias.weights);
  return {
    AliasArn: functionArn(fn.name, scope, alias.name),
    Name: alias.name,
    FunctionVersion: alias.functionVersion,
    Description: alias.description,
    ...(alias.weights.size > 0 && { RoutingConfig: { AdditionalVersionWeights: weights } }),
    RevisionId: revisionId(JSON.stringify([alias.name, alias.functionVersion, alias.description, weights])),
  };
}

/** Same content, same id; in the form of a UUID as the API's are. */
function revisionId(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}

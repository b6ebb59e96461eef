import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorResponse } from './api/api-error.ts';
import { Deduplication } from './api/deduplication.ts';
import { EventQueue } from './api/event-queue.ts';
import type { AccountScope } from './api/function-reference.ts';
import { invoke } from './api/invoke.ts';
import { invokeWithResponseStream } from './api/invoke-stream.ts';
import { requestTooLarge } from './api/invoke-request.ts';
import * as publishing from './api/publishing.ts';
import * as reads from './api/reads.ts';
import { createRouter, type Operation, type OperationName } from './api/router.ts';
import { FunctionCatalogue } from './functions/catalogue.ts';
import { readEnvFile } from './functions/env-file.ts';
import { openFunctions } from './functions/find-functions.ts';
import { TypeScriptBuild } from './functions/typescript-build.ts';
import type { CorsMode } from './http/cors.ts';
import { DEFAULT_LIMITS, type HttpLimits, listen } from './http/http-server.ts';
import { verifySignature } from './http/verify-signature.ts';
import { MAX_SYNC_REQUEST } from './limits.ts';
import { EnvironmentPool } from './runtime/environment-pool.ts';
import { Executor } from './runtime/executor.ts';

export interface LambdaServerOptions {
  /** 0: any free port. */
  port: number;
  functionsDir: string;
  region: string;
  /** Origins of web pages that may call, asked for at each request: the page's own port is known late. */
  allowedOrigins: () => readonly string[];
  log: (line: string) => void;
  /** A SAM template whose Node functions are served too. */
  templateFile?: string;
  /** Variables for every handler, in dotenv's form: the only way for credentials to reach one. */
  envFile?: string;
  /** Each environment opens a debugger's port on loopback, and time-outs do not run. @default false */
  inspect?: boolean;
  /** @default 'aws' */
  cors?: CorsMode;
  limits?: Partial<HttpLimits>;
  /** Of Event invocations; AWS waits one and two minutes. @default [1000, 2000] */
  eventRetryDelaysMs?: readonly number[];
  /** Invocations at once, all functions together. @default 100 */
  concurrentExecutions?: number;
  /** After how long without an invocation an execution environment ends. @default 5 minutes */
  idleMs?: number;
  /** The clock that signatures are judged by. */
  now?: () => Date;
  random?: () => number;
}

export interface LambdaServer {
  url: string;
  port: number;
  region: string;
  accountId: string;
  /** Made afresh at each start. */
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** Stops listening and ends every execution environment. */
  close(): Promise<void>;
}

/** No account of AWS can have this id. */
const ACCOUNT_ID = '000000000000';

/**
 * Starts the local Lambda endpoint on 127.0.0.1.
 * @throws Error when the functions folder, the template or the env file cannot be read; EADDRINUSE when the port is taken
 */
export async function startLambdaServer(options: LambdaServerOptions): Promise<LambdaServer> {
  const scope: AccountScope = { region: options.region, accountId: ACCOUNT_ID };
  const credentials = createCredentials();
  const engine = await createEngine(options, scope);
  const now = options.now ?? (() => new Date());
  const route = createRouter({
    operations: createOperations(engine, scope),
    authenticate: (request) => verifySignature(request, { region: options.region, credentials, now }),
    log: options.log,
  });
  const http = await listen({
    port: options.port,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    corsMode: options.cors ?? 'aws',
    allowedOrigins: options.allowedOrigins,
    handle: route,
    tooLarge: () => errorResponse(requestTooLarge(MAX_SYNC_REQUEST)),
  });
  return {
    url: `http://127.0.0.1:${http.port}`,
    port: http.port,
    region: options.region,
    accountId: ACCOUNT_ID,
    credentials,
    async close() {
      engine.events.close();
      await Promise.all([http.close(), engine.pool.close()]);
    },
  };
}

interface Engine {
  pool: EnvironmentPool;
  catalogue: FunctionCatalogue;
  executor: Executor;
  events: EventQueue;
}

async function createEngine(options: LambdaServerOptions, scope: AccountScope): Promise<Engine> {
  const { log, functionsDir, templateFile, envFile } = options;
  const pool = new EnvironmentPool({
    accountLimit: options.concurrentExecutions ?? 100,
    idleMs: options.idleMs ?? 5 * 60_000,
  });
  const catalogue = new FunctionCatalogue({
    find: await openFunctions({ functionsDir, templateFile, scope }),
    scope,
    log,
    random: options.random ?? Math.random,
    onChange(name, revision) {
      log(`${name}: changed, its next invocation starts afresh`);
      pool.retire(name, revision);
    },
  });
  const typeScript = new TypeScriptBuild();
  const executor = new Executor({
    pool,
    region: options.region,
    extraVariables: envFile === undefined ? {} : readEnvFile(envFile),
    inspectArguments: options.inspect ? ['--inspect=127.0.0.1:0'] : [],
    prepareCode: (code) => typeScript.prepare(code),
    listFunctions: () => catalogue.list(),
    log,
  });
  const events = new EventQueue({
    executor,
    log,
    sleep: (ms, signal) => sleep(ms, undefined, { signal, ref: false }),
    retryDelaysMs: options.eventRetryDelaysMs ?? [1000, 2000],
  });
  return { pool, catalogue, executor, events };
}

function createOperations(engine: Engine, scope: AccountScope): Record<OperationName, Operation> {
  const deduplication = new Deduplication(() => performance.now());
  const context = { ...engine, scope };
  return {
    Invoke: ({ request, functionName }) =>
      deduplication.answer(request, () => invoke(request, functionName, context)),
    InvokeWithResponseStream: ({ request, functionName }) =>
      deduplication.answer(request, () => invokeWithResponseStream(request, functionName, context)),
    ListFunctions: ({ query }) => reads.listFunctions(query, context),
    GetFunction: ({ functionName, query }) => reads.getFunction(functionName, query, context),
    GetFunctionConfiguration: ({ functionName, query }) =>
      reads.getFunctionConfiguration(functionName, query, context),
    ListVersionsByFunction: ({ functionName, query }) =>
      reads.listVersionsByFunction(functionName, query, context),
    ListAliases: ({ functionName, query }) => reads.listAliases(functionName, query, context),
    PublishVersion: ({ request, functionName }) => publishing.publishVersion(request, functionName, context),
    CreateAlias: ({ request, functionName }) => publishing.createAlias(request, functionName, context),
    GetAlias: ({ functionName, name }) => publishing.getAlias(functionName, name, context),
    UpdateAlias: ({ request, functionName, name }) =>
      publishing.updateAlias(request, { functionName, name }, context),
    GetAccountSettings: () => reads.getAccountSettings(context),
  };
}

function createCredentials(): LambdaServer['credentials'] {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const id = [...randomBytes(16)].map((byte) => letters[byte % letters.length]).join('');
  return { accessKeyId: `AKIA${id}`, secretAccessKey: randomBytes(30).toString('base64') };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { EventQueue } from './api/event-queue.ts';
import type { AccountScope } from './api/function-reference.ts';
import { FunctionCatalogue } from './functions/catalogue.ts';
import { readEnvFile } from './functions/env-file.ts';
import { openFunctions } from './functions/find-functions.ts';
import { TypeScriptBuild } from './functions/typescript-build.ts';
import type { LambdaServerOptions } from './server-options.ts';
import { EnvironmentPool } from './runtime/environment-pool.ts';
import { Executor } from './runtime/executor.ts';

/** What runs functions, without HTTP around it. */
export interface Engine {
  pool: EnvironmentPool;
  catalogue: FunctionCatalogue;
  executor: Executor;
  events: EventQueue;
}

/** @throws Error with one clear line when a folder or file of the options cannot be read */
export async function createEngine(options: LambdaServerOptions, scope: AccountScope): Promise<Engine> {
  const { log, functionsDir, templateFile, envFile } = options;
  const pool = new EnvironmentPool({
    accountLimit: options.concurrentExecutions ?? DEFAULT_CONCURRENCY,
    idleMs: options.idleMs ?? DEFAULT_IDLE_MS,
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
    log,
  });
  const events = new EventQueue({
    executor,
    log,
    sleep: (ms, signal) => sleep(ms, undefined, { signal, ref: false }),
    retryDelaysMs: options.eventRetryDelaysMs ?? DEFAULT_RETRY_DELAYS_MS,
  });
  return { pool, catalogue, executor, events };
}

const DEFAULT_CONCURRENCY = 100;
const DEFAULT_IDLE_MS = 5 * 60_000;
const DEFAULT_RETRY_DELAYS_MS = [1000, 2000];

import type { CorsMode } from './http/cors.ts';
import type { HttpLimits } from './http/http-server.ts';

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
  /** Plays the faults that the header x-local-fault orders: for tests. @default false */
  faultHeader?: boolean;
  /** The clock that signatures are judged by. */
  now?: () => Date;
  random?: () => number;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Readable, Writable } from 'node:stream';
import { bootstrapFile } from '../child-files.ts';
import { MAX_RESPONSE } from '../limits.ts';
import { FrameReader, type ResultFrame } from './frames.ts';
import { endProcessGroup, endStrays } from './process-group.ts';
import { type RuntimeApi, startRuntimeApi } from './runtime-api.ts';

export interface EnvironmentSpec {
  taskRoot: string;
  /** As RIC reads it: `file.export`, the file relative to the task root and without its extension. */
  handler: string;
  memoryMb: number;
  /** Everything that process.env of the handler holds, but for what the wiring below adds. */
  variables: Readonly<Record<string, string>>;
  nodeArguments: readonly string[];
  /** `NAME=value` out of `variables` that no other environment has. */
  mark: string;
}

export interface ProcessEnd {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
}

export interface ProcessListener {
  onLog(bytes: Buffer): void;
  onResult(frame: ResultFrame): void;
  onInitError(document: string): void;
  onStream(requestId: string, request: IncomingMessage): Promise<void>;
  /** The pipes are closed or garbage: no result can come any more, though the process may live. */
  onBroken(): void;
  /** The process and all it started are gone, everything they wrote has been read. */
  onEnd(end: ProcessEnd): void;
}

export interface EnvironmentProcess {
  pid: number | undefined;
  /** False from the moment of its exit on, before everything that it wrote has been read. */
  isRunning(): boolean;
  invoke(headers: Readonly<Record<string, string | number>>, event: Buffer): void;
  kill(): void;
}

/** Starts the child process of an execution environment and reads all its pipes. */
export async function startEnvironmentProcess(
  spec: EnvironmentSpec,
  listener: ProcessListener,
): Promise<EnvironmentProcess> {
  const api = await startRuntimeApi(listener);
  const child = spawn(process.execPath, argumentsOf(spec), {
    cwd: spec.taskRoot,
    env: { ...spec.variables, AWS_LAMBDA_RUNTIME_API: api.address, _LAMBDA_TELEMETRY_LOG_FD: '3' },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const [, stdout, stderr, results, invocations] = child.stdio;
  readLog(stdout, listener);
  readLog(stderr, listener);
  readResults(results, child, listener);
  invocations?.on('error', () => {}); // the end of the process says the same
  awaitEnd({ child, api, spec, listener });
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid,
    isRunning,
    invoke: (headers, event) => writeInvocation(invocations, headers, event),
    kill: () => child.pid !== undefined && isRunning() && endProcessGroup(child.pid),
  };
}

function argumentsOf(spec: EnvironmentSpec): string[] {
  return [
    ...spec.nodeArguments,
    // The watch on the whole process ends it first; this keeps V8 from growing as if the machine were its own.
    `--max-old-space-size=${spec.memoryMb}`,
    `--max-semi-space-size=${Math.max(1, Math.floor(spec.memoryMb / 20))}`,
    bootstrapFile,
    spec.handler,
    String(MAX_RESPONSE),
  ];
}

type Pipe = Readable | Writable | null | undefined;

function readLog(pipe: Pipe, listener: ProcessListener): void {
  pipe?.on('data', (bytes: Buffer) => listener.onLog(bytes));
  pipe?.on('error', () => {});
}

function readResults(pipe: Pipe, child: ChildProcess, listener: ProcessListener): void {
  const reader = new FrameReader(
    {
      onLog(bytes, ends, format) {
        listener.onLog(bytes);
        // RIC ends text records with a line feed itself, JSON records not.
        if (ends && format === 'json') listener.onLog(Buffer.from('\n'));
      },
      onResult: (frame) => listener.onResult(frame),
      onGarbage: () => listener.onBroken(),
    },
    MAX_RESPONSE,
  );
  pipe?.on('data', (bytes: Buffer) => reader.push(bytes));
  pipe?.on('error', () => {});
  // A process that ends closes its pipes a moment before its exit is known; one that lives on is broken.
  pipe?.on('end', () => {
    setTimeout(
      () => child.exitCode === null && child.signalCode === null && listener.onBroken(),
      100,
    ).unref();
  });
}

function writeInvocation(
  pipe: Pipe,
  headers: Readonly<Record<string, string | number>>,
  event: Buffer,
): void {
  if (!pipe || !('write' in pipe)) return;
  const head = Buffer.from(JSON.stringify(headers), 'utf8');
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32BE(head.length, 0);
  lengths.writeUInt32BE(event.length, 4);
  pipe.write(Buffer.concat([lengths, head, event]));
}

interface Ending {
  child: ChildProcess;
  api: RuntimeApi;
  spec: EnvironmentSpec;
  listener: ProcessListener;
}

function awaitEnd({ child, api, spec, listener }: Ending): void {
  let ended = false;
  const finish = async (end: ProcessEnd): Promise<void> => {
    if (ended) return;
    ended = true;
    // Children it left behind end with it; otherwise they would hold its pipes and the machine's memory.
    if (child.pid !== undefined) endProcessGroup(child.pid);
    endStrays(spec.mark);
    await Promise.all([allRead(child), api.allRead(patienceMs)]);
    api.close();
    listener.onEnd(end);
  };
  child.once('error', (error) => {
    listener.onLog(Buffer.from(`${error.message}\n`, 'utf8'));
    void finish({ exitCode: null, signal: null });
  });
  child.once('exit', (exitCode, signal) => void finish({ exitCode, signal }));
}

/** As long as a stray that could not be ended deserves. */
const patienceMs = 500;

/** Waits for the ends of all pipes. */
async function allRead(child: ChildProcess): Promise<void> {
  child.stdio[4]?.destroy();
  const patience = AbortSignal.timeout(patienceMs);
  await once(child, 'close', { signal: patience }).catch(() => {
    for (const pipe of child.stdio) pipe?.destroy();
  });
}

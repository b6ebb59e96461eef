import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Watches the memory of an execution environment, because a child process has no limit of its own that
 * counts Buffers. What Lambda cannot take back from a process is its anonymous memory: that is compared
 * with the limit; pages of files (Node's own binary) count for the peak that REPORT shows only.
 */
export class MemoryWatch {
  readonly #pid: number;
  readonly #limitBytes: number;
  readonly #onExceeded: () => void;
  #timer: NodeJS.Timeout | undefined;
  #peakBytes = 0;
  #looks = 0;

  constructor(pid: number, limitBytes: number, onExceeded: () => void) {
    this.#pid = pid;
    this.#limitBytes = limitBytes;
    this.#onExceeded = onExceeded;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#look(), isLinux ? INTERVAL_MS : SLOW_INTERVAL_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Looks once more, at the end of an invocation: its peak may lie between two looks. Linux only, as it is quick there. */
  check(): void {
    if (isLinux) this.#judge(readProcStatus(this.#pid));
  }

  /** The peak so far, at most the limit, as REPORT shows it. @param reported what the process itself says */
  peakBytes(reported: number): number {
    return Math.min(this.#peakBytes || reported, this.#limitBytes);
  }

  #look(): void {
    if (!isLinux) return askPs(this.#pid, (usage) => this.#judge(usage));
    this.check();
    this.#looks += 1;
    // The processes that a handler starts share its memory size; finding them takes a look at all of /proc.
    if (this.#looks % GROUP_LOOK === 0 && this.#timer && groupBytes(this.#pid) > this.#limitBytes)
      this.#exceed();
  }

  #judge(usage: MemoryUsage | undefined): void {
    if (!usage) return;
    this.#peakBytes = Math.max(this.#peakBytes, usage.peakBytes);
    if (usage.anonymousPeakBytes > this.#limitBytes) this.#exceed();
  }

  #exceed(): void {
    this.stop();
    this.#onExceeded();
  }
}

const isLinux = process.platform === 'linux';
const INTERVAL_MS = 25;
const SLOW_INTERVAL_MS = 500;
const GROUP_LOOK = 20;

interface MemoryUsage {
  peakBytes: number;
  anonymousPeakBytes: number;
}

function readProcStatus(pid: number): MemoryUsage | undefined {
  const status = readProc(pid, 'status');
  if (status === undefined) return undefined;
  const peakBytes = kibibytes(status, 'VmHWM');
  return { peakBytes, anonymousPeakBytes: peakBytes - kibibytes(status, 'RssFile') };
}

/** Anonymous memory of a process group as it is now. */
function groupBytes(group: number): number {
  const members = readdirSync('/proc').filter((entry) => groupOf(Number(entry)) === group);
  return members.reduce((sum, pid) => sum + kibibytes(readProc(Number(pid), 'status') ?? '', 'RssAnon'), 0);
}

/** `pid (name) state parent group ...`: the name may hold spaces and brackets itself. */
function groupOf(pid: number): number | undefined {
  if (!(pid > 0)) return undefined;
  const stat = readProc(pid, 'stat') ?? '';
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return undefined; // the process has ended
  }
}

function kibibytes(status: string, field: string): number {
  const [, value] = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status) ?? [];
  return Number(value ?? 0) * 1024;
}

/** Systems without /proc: `ps` gives the resident size only, and a look costs a process. */
function askPs(pid: number, use: (usage: MemoryUsage | undefined) => void): void {
  if (process.platform === 'win32') return;
  execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) => {
    const rssBytes = Number(stdout.trim()) * 1024;
    use(error || !(rssBytes > 0) ? undefined : { peakBytes: rssBytes, anonymousPeakBytes: rssBytes });
  });
}

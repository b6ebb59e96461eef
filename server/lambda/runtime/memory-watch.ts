import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';

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

  constructor(pid: number, limitBytes: number, onExceeded: () => void) {
    this.#pid = pid;
    this.#limitBytes = limitBytes;
    this.#onExceeded = onExceeded;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.check(), process.platform === 'linux' ? 25 : 500);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Looks once, at once; the end of an invocation asks so too, as a peak may lie between two looks. */
  check(): void {
    if (process.platform === 'linux') this.#judge(readProcStatus(this.#pid));
    else if (process.platform !== 'win32') askPs(this.#pid, (usage) => this.#judge(usage));
  }

  /** The peak so far, at most the limit, as REPORT shows it. @param reported what the process itself says */
  peakBytes(reported: number): number {
    return Math.min(this.#peakBytes || reported, this.#limitBytes);
  }

  #judge(usage: MemoryUsage | undefined): void {
    if (!usage) return;
    this.#peakBytes = Math.max(this.#peakBytes, usage.peakBytes);
    if (usage.anonymousPeakBytes <= this.#limitBytes) return;
    this.stop();
    this.#onExceeded();
  }
}

interface MemoryUsage {
  peakBytes: number;
  anonymousPeakBytes: number;
}

function readProcStatus(pid: number): MemoryUsage | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'latin1');
    const field = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024;
    const peakBytes = field('VmHWM');
    return { peakBytes, anonymousPeakBytes: peakBytes - field('RssFile') };
  } catch {
    return undefined; // the process has ended
  }
}

/** Systems without /proc: `ps` gives the resident size only, and a look costs a process. */
function askPs(pid: number, use: (usage: MemoryUsage | undefined) => void): void {
  execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, stdout) => {
    const rssBytes = Number(stdout.trim()) * 1024;
    use(error || !(rssBytes > 0) ? undefined : { peakBytes: rssBytes, anonymousPeakBytes: rssBytes });
  });
}

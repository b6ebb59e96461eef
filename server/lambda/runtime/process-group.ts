import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Ends a process and everything it started. On POSIX it leads a group of its own (it was spawned detached),
 * so one signal reaches all of them; Windows has taskkill for the tree.
 */
export function endProcessGroup(pid: number): void {
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => {},
    );
    return;
  }
  signal(-pid);
}

/**
 * Ends processes that left the group (`setsid`, `detached: true`), found by an environment variable that
 * only this environment's processes have. Linux only: other systems do not show the environment of a process.
 * @param mark `NAME=value`, unique to one execution environment
 */
export function endStrays(mark: string): void {
  if (process.platform !== 'linux') return;
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (pid > 0 && pid !== process.pid && environmentOf(pid).includes(mark)) signal(pid);
  }
}

function environmentOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0');
  } catch {
    return []; // ended meanwhile, or another user's
  }
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Already gone, which is what was wanted.
  }
}

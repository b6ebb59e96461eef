/**
 * Things that go wrong, to order: `{ "fault": "..." }`. Some are played by the endpoint around this function
 * (`"faults": true` in function.json allows it), as a real service or the network would do it:
 *
 *   throttle, error, html, hang,         answered instead of a run
 *   end-session
 *   reset, close, cut, delay, no-cors,   the function runs, its answer suffers
 *   bad-log, stream
 *
 * The others are what code does to its own execution environment; the endpoint has to live on.
 */
import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const faults = {
  exit: ({ code = 1 }) => process.exit(code),
  crash: () => process.abort(),
  loop: () => {
    for (;;);
  },
  'time-out': () => sleep(900_000),
  /** More than the memory size, in Buffers, which no flag of V8 limits. */
  memory: async () => {
    for (const kept = []; ; await sleep(1)) kept.push(Buffer.alloc(16_777_216, 1));
  },
  unhandled: () => {
    Promise.reject(new Error('a promise that nobody waits for'));
    return sleep(900_000);
  },
  uncaught: () => {
    setTimeout(() => {
      throw new Error('thrown where nobody can catch it');
    });
    return sleep(900_000);
  },
  /** Output without end would be the worst log there is; a gigabyte is enough to find out. */
  flood: ({ megabytes = 1024 }) => {
    const line = `${'flood '.repeat(170)}\n`;
    for (let sent = 0; sent < megabytes * 1024; sent += 1) console.log(line);
    return { megabytes };
  },
  /** A process that leaves the group and would outlive its parent. */
  children: () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], {
      detached: true,
      stdio: 'ignore',
    });
    child.unref();
    return { pid: child.pid };
  },
  'close-descriptors': () => {
    for (const descriptor of [0, 1, 2, 3, 4]) closeSync(descriptor);
    return 'nobody will read this';
  },
};

export const handler = async (event) => {
  const fault = Object.hasOwn(faults, event?.fault ?? '') ? faults[event.fault] : undefined;
  return fault ? fault(event) : { run: true, event };
};

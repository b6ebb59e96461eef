import type { InvocationTarget } from '../functions/invocation-target.ts';
import type { Environment } from './environment.ts';

export type ThrottleReason =
  | 'ConcurrentInvocationLimitExceeded'
  | 'ReservedFunctionConcurrentInvocationLimitExceeded';

/** Permission to run one invocation, with a warm environment when there is one. */
export interface Lease {
  warm: Environment | undefined;
  /** Gives the slot back; the environment is kept for the next invocation if it still lives. */
  release(environment: Environment | undefined): void;
}

/** Keeps the execution environments: warm ones are used again, the newest first, idle ones end. */
export class EnvironmentPool {
  readonly #accountLimit: number;
  readonly #idleMs: number;
  readonly #running = new Map<string, number>();
  /** Invocations of functions that share what the account has left. */
  #runningUnreserved = 0;
  readonly #idle = new Map<string, IdleEnvironment[]>();
  readonly #alive = new Set<Environment>();
  /** The revision of a function's $LATEST, once it has changed. */
  readonly #latest = new Map<string, string>();
  #isClosed = false;

  /** @param idleMs after how long without an invocation an environment ends */
  constructor({ accountLimit, idleMs }: { accountLimit: number; idleMs: number }) {
    this.#accountLimit = accountLimit;
    this.#idleMs = idleMs;
    process.on('exit', this.#killAll);
  }

  acquire(target: InvocationTarget, tenantId = ''): Lease | ThrottleReason {
    const throttled = this.#throttle(target);
    if (throttled) return throttled;
    const { name, settings } = target.fn;
    const shares = settings.reservedConcurrency === undefined;
    const key = `${environmentKey(target)}|${tenantId}`;
    this.#count(name, shares, 1);
    return {
      warm: this.#takeIdle(key),
      release: (environment) => {
        this.#count(name, shares, -1);
        if (environment?.isAlive) this.#keep(key, environment, target);
      },
    };
  }

  /** Invocations of a function that run now. */
  running(name: string): number {
    return this.#running.get(name) ?? 0;
  }

  get concurrentExecutions(): number {
    return this.#accountLimit;
  }

  /** Registers an environment that was started for a lease, so that close() can end it. */
  add(environment: Environment): void {
    if (this.#isClosed) void environment.close();
    this.#alive.add(environment);
    environment.onEnd = () => {
      this.#alive.delete(environment);
      for (const list of this.#idle.values()) removeFrom(list, environment);
    };
  }

  /** Ends the environments of a function's $LATEST that run another revision: idle ones now, others when they can. */
  retire(name: string, revision: string): void {
    this.#latest.set(name, revision);
    for (const [key, list] of this.#idle) {
      if (key.startsWith(`${name}|$LATEST|`) && !key.startsWith(`${name}|$LATEST|${revision}|`)) {
        for (const idle of list.splice(0)) this.#dismiss(idle);
      }
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    process.off('exit', this.#killAll);
    for (const list of this.#idle.values()) for (const { timer } of list) clearTimeout(timer);
    await Promise.all([...this.#alive].map((environment) => environment.close()));
  }

  /** For a server that ends without close(): an environment in an endless loop would never notice. */
  readonly #killAll = (): void => {
    for (const environment of this.#alive) void environment.close();
  };

  #throttle({ fn, reservedTotal }: InvocationTarget): ThrottleReason | undefined {
    const { reservedConcurrency } = fn.settings;
    if (reservedConcurrency !== undefined) {
      const isFull = this.running(fn.name) >= reservedConcurrency;
      return isFull ? 'ReservedFunctionConcurrentInvocationLimitExceeded' : undefined;
    }
    const isFull = this.#runningUnreserved >= this.#accountLimit - reservedTotal;
    return isFull ? 'ConcurrentInvocationLimitExceeded' : undefined;
  }

  #count(name: string, sharesAccount: boolean, change: 1 | -1): void {
    this.#running.set(name, this.running(name) + change);
    if (sharesAccount) this.#runningUnreserved += change;
  }

  #takeIdle(key: string): Environment | undefined {
    const list = this.#idle.get(key) ?? [];
    for (let idle = list.pop(); idle; idle = list.pop()) {
      clearTimeout(idle.timer);
      // Its code may have ended it a moment ago, by a timer that it left behind.
      if (idle.environment.isAlive) return idle.environment;
    }
    return undefined;
  }

  #keep(key: string, environment: Environment, { fn, version, revision }: InvocationTarget): void {
    const isOutdated = version === '$LATEST' && (this.#latest.get(fn.name) ?? revision) !== revision;
    if (isOutdated || this.#isClosed) return void environment.close();
    const list = this.#idle.get(key) ?? [];
    this.#idle.set(key, list);
    const timer = setTimeout(() => {
      removeFrom(list, environment);
      void environment.close();
    }, this.#idleMs);
    timer.unref();
    list.push({ environment, timer });
  }

  #dismiss({ environment, timer }: IdleEnvironment): void {
    clearTimeout(timer);
    void environment.close();
  }
}

interface IdleEnvironment {
  environment: Environment;
  timer: NodeJS.Timeout;
}

function environmentKey({ fn, version, revision }: InvocationTarget): string {
  return [fn.name, version, revision].join('|');
}

function removeFrom(list: IdleEnvironment[], environment: Environment): void {
  const index = list.findIndex((idle) => idle.environment === environment);
  if (index >= 0) clearTimeout(list.splice(index, 1)[0]?.timer);
}

import { enterQueue, type InvokeClientConfig, type Release } from '../core/index.ts';
import type { FromCallHost, ToCallHost } from './call-messages.ts';
import type { WorkerPort } from './json-work.ts';
import { brokenCall, type CallEnd, type RunCall } from './run-call.ts';
import type { Run } from './types.ts';

/** A client that is made in the worker when its first call goes there. */
export interface FarClient {
  id: number;
  /** Where its requests go. */
  origin: string;
  config: InvokeClientConfig;
}

export interface CallDeskPorts {
  startWorker: () => WorkerPort;
  epochMs: () => number;
}

type PageCall = Omit<RunCall, 'client'>;

interface UnderWay {
  onChange: (patch: Partial<Run>) => void;
  attempts: Run['attempts'];
  /** null: nothing of it was sent. */
  end: (end: CallEnd | null) => void;
}

/** The page's side of one worker that makes calls (call-host.ts), from its start to its end. */
export class CallDesk {
  readonly #ports: CallDeskPorts;
  readonly #worker: WorkerPort | null;
  readonly #clients = new Map<number, FarClient>();
  readonly #underWay = new Map<number, UnderWay>();
  /** From its word that it is there until it turns out that it can't do what it is for. */
  #isUsable = false;
  #lastCall = 0;

  constructor(ports: CallDeskPorts) {
    this.#ports = ports;
    this.#worker = this.#start();
  }

  /** null: nothing was sent, and the page makes the call itself. Never rejects. */
  async make(call: PageCall, clientNow: () => FarClient): Promise<CallEnd | null> {
    if (!this.#isUsable) return null;
    const release = await placeOf(call, clientNow().origin);
    if (release === null) return null;
    const end = this.#isUsable ? await this.#send(call, clientNow()) : null;
    release();
    return end;
  }

  forget(id: number): void {
    if (this.#clients.delete(id)) this.#post({ type: 'forget', client: id });
  }

  /** Nothing is under way any more. */
  close(): void {
    this.#break();
    this.#worker?.terminate();
    this.#clients.clear();
  }

  #start(): WorkerPort | null {
    try {
      const worker = this.#ports.startWorker();
      worker.addEventListener('message', ({ data }: MessageEvent<FromCallHost>) => this.#hear(data));
      worker.addEventListener('error', () => this.#break());
      return worker;
    } catch {
      return null;
    }
  }

  #send(call: PageCall, client: FarClient): Promise<CallEnd | null> {
    const { run, signal, pressedMs, monotonicMs, onChange } = call;
    const id = (this.#lastCall += 1);
    return new Promise((resolve) => {
      if (signal.aborted || !this.#tellClient(client)) return resolve(null);
      const pressedAtMs = this.#ports.epochMs() - (monotonicMs() - pressedMs);
      const { request, attempts, marks } = run;
      const message = { call: id, client: client.id, run: { request, attempts, marks }, pressedAtMs };
      if (!this.#post({ type: 'call', ...message })) return resolve(null);
      const abort = (): void => void this.#post({ type: 'abort', call: id });
      signal.addEventListener('abort', abort);
      const end = (ended: CallEnd | null): void => {
        this.#underWay.delete(id);
        signal.removeEventListener('abort', abort);
        resolve(ended);
      };
      this.#underWay.set(id, { onChange, attempts, end });
      return undefined;
    });
  }

  /** Credentials that are made anew stay a matter of the page: the worker asks for them. */
  #tellClient(client: FarClient): boolean {
    const { id, origin, config } = client;
    if (this.#clients.has(id)) return true;
    this.#clients.set(id, client);
    const { credentials, ...rest } = config;
    const asks = typeof credentials === 'function';
    const given = asks || !credentials ? rest : { ...rest, credentials };
    return this.#post({ type: 'client', client: id, origin, config: given, asks });
  }

  #post(message: ToCallHost): boolean {
    try {
      this.#worker?.postMessage(message);
      return true;
    } catch {
      // Something in it can't be handed over: nothing of it was.
      return false;
    }
  }

  #hear(message: FromCallHost): void {
    if (message.type === 'ready') return void (this.#isUsable = true);
    if (message.type === 'ask') return void this.#answer(message);
    const underWay = this.#underWay.get(message.call);
    if (!underWay) return undefined;
    if (message.type === 'unsent') {
      this.#isUsable = false;
      return underWay.end(null);
    }
    underWay.attempts = message.patch.attempts ?? underWay.attempts;
    underWay.onChange(message.patch);
    return message.type === 'end' ? underWay.end(message.end) : undefined;
  }

  async #answer({ ask, client }: Extract<FromCallHost, { type: 'ask' }>): Promise<void> {
    try {
      const credentials = this.#clients.get(client)?.config.credentials;
      const source = typeof credentials === 'function' ? await credentials() : credentials;
      if (!source) throw new Error('The credentials were changed meanwhile.');
      this.#post({ type: 'credentials', ask, source });
    } catch (cause) {
      this.#post({
        type: 'no-credentials',
        ask,
        reason: cause instanceof Error ? cause.message : String(cause),
      });
    }
  }

  /** What was under way may have been sent. */
  #break(): void {
    this.#isUsable = false;
    const cause = 'the worker that makes the calls of a series broke down.';
    for (const { attempts, end } of this.#underWay.values())
      end(brokenCall(cause, { attempts, mayHaveRun: 'unknown' }));
  }
}

/** In the queue that all requests of the page share. null: it was aborted before. */
async function placeOf({ signal, onChange }: PageCall, origin: string): Promise<Release | null> {
  const onWait = (): void => onChange({ progress: { attempt: 1, phase: 'queued', at: new Date() } });
  try {
    return await enterQueue(origin, { signal, onWait });
  } catch {
    return null;
  }
}

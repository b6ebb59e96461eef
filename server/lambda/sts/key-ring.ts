import { randomBytes } from 'node:crypto';

/** Keys that this endpoint accepts, and whose they are. */
export interface SigningKeys {
  accessKeyId: string;
  secretAccessKey: string;
  /** Of temporary keys alone. */
  sessionToken?: string;
  /** From this moment on they are refused. */
  expiration?: Date;
  caller: Caller;
}

/** As GetCallerIdentity tells it. */
export interface Caller {
  kind: 'user' | 'role';
  arn: string;
  userId: string;
}

export type TemporaryKeys = Required<SigningKeys>;

/** The key pair of this start, and the temporary keys that STS has made of it. Memory only. */
export class KeyRing {
  readonly user: SigningKeys;
  readonly #temporary = new Map<string, TemporaryKeys>();
  readonly #now: () => Date;

  constructor(accountId: string, now: () => Date) {
    this.#now = now;
    const caller: Caller = {
      kind: 'user',
      arn: `arn:aws:iam::${accountId}:user/local`,
      userId: `AIDA${letters()}`,
    };
    this.user = { accessKeyId: `AKIA${letters()}`, secretAccessKey: secret(), caller };
  }

  /** Ended keys are found too: they are refused in other words than unknown ones. */
  find(accessKeyId: string): SigningKeys | undefined {
    return accessKeyId === this.user.accessKeyId ? this.user : this.#temporary.get(accessKeyId);
  }

  issue(caller: Caller, seconds: number): TemporaryKeys {
    const [oldest] = this.#temporary.keys();
    if (oldest !== undefined && this.#temporary.size >= MOST_SESSIONS) this.#temporary.delete(oldest);
    const keys = {
      accessKeyId: `ASIA${letters()}`,
      secretAccessKey: secret(),
      sessionToken: `IQoJ${randomBytes(120).toString('base64')}`,
      // Whole seconds, as the answer tells them.
      expiration: new Date((Math.floor(this.#now().getTime() / 1000) + seconds) * 1000),
      caller,
    };
    this.#temporary.set(keys.accessKeyId, keys);
    return keys;
  }

  /** Ends temporary keys before their time, as a revoked session ends; the key pair of the start stays. */
  end(accessKeyId: string): void {
    const keys = this.#temporary.get(accessKeyId);
    if (keys) this.#temporary.set(accessKeyId, { ...keys, expiration: this.#now() });
  }
}

const MOST_SESSIONS = 1000;

/** 16 of the characters that access key ids are made of. */
export function letters(): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return [...randomBytes(16)].map((byte) => alphabet[byte % alphabet.length]).join('');
}

function secret(): string {
  return randomBytes(30).toString('base64');
}

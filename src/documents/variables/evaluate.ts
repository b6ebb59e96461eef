/** What the expressions of one press are made from: the same moment for all of them. */
export interface VariableContext {
  readonly nowMs: number;
  readonly randomUUID: () => string;
  /** 0 up to 1. */
  readonly random: () => number;
  /** Values of the chosen environment. */
  readonly env: ReadonlyMap<string, string>;
  /** Why there is none of a name, and what to do, in a sentence. */
  readonly noValue?: (name: string) => string;
  /** Values of a row of variants, by name. */
  readonly values?: ReadonlyMap<string, string>;
}

export type Evaluated =
  | {
      readonly ok: true;
      readonly value: string;
      /** It is written without quotes. */ readonly isJson: boolean;
    }
  | { readonly ok: false; readonly message: string };

/** The value of what stands between the braces, such as `now+1h|iso` or `env.table`. */
export function evaluate(expression: string, context: VariableContext): Evaluated {
  const [head = '', ...filters] = expression.split('|').map((part) => part.trim());
  const found = valueOf(head, context);
  return filters.reduce((made, filter) => (made.ok ? filtered(made, filter, head) : made), found);
}

function valueOf(head: string, context: VariableContext): Evaluated {
  if (head === 'uuid') return text(context.randomUUID());
  if (/^now(?![\w.])/.test(head)) return moment(head, context.nowMs);
  if (/^randomInt(?![\w.])/.test(head)) return randomInt(head, context.random);
  if (head.startsWith('env.')) return fromEnvironment(head.slice(4), context);
  const value = context.values?.get(head);
  if (value !== undefined) return text(value);
  return { ok: false, message: `{{${head}}} is no variable. There are uuid, now, randomInt and env.NAME.` };
}

function text(value: string): Evaluated {
  return { ok: true, value, isJson: false };
}

function fromEnvironment(name: string, { env, noValue }: VariableContext): Evaluated {
  const value = env.get(name);
  if (value !== undefined) return text(value);
  return { ok: false, message: noValue?.(name) ?? `The environment has no value ${name}.` };
}

const unitMs: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Milliseconds until a format makes something else of them. */
function moment(head: string, nowMs: number): Evaluated {
  const steps = head.slice('now'.length).replaceAll(/\s/g, '');
  if (!/^(?:[+-]\d+[smhdw])*$/.test(steps))
    return { ok: false, message: `{{${head}}}: write now+1h or now-30m, with s, m, h, d or w.` };
  let ms = nowMs;
  for (const [, sign, count, unit] of steps.matchAll(/([+-])(\d+)([smhdw])/g))
    ms += (sign === '-' ? -1 : 1) * Number(count) * (unitMs[unit ?? ''] ?? 0);
  const date = new Date(ms);
  if (Number.isNaN(date.getTime()))
    return { ok: false, message: `{{${head}}} is beyond what a date can be.` };
  return text(date.toISOString());
}

function randomInt(head: string, random: () => number): Evaluated {
  const [, from, to] = /^randomInt\s+(-?\d+)\s+(-?\d+)$/.exec(head) ?? [];
  const [low, high] = [Number(from), Number(to)];
  if (from === undefined || !Number.isSafeInteger(low) || !Number.isSafeInteger(high) || low > high)
    return { ok: false, message: `{{${head}}}: write randomInt 1 10, the smaller one first.` };
  return text(String(low + Math.floor(random() * (high - low + 1))));
}

type Made = Extract<Evaluated, { ok: true }>;

function filtered(made: Made, filter: string, head: string): Evaluated {
  if (filter === 'json') return { ...made, isJson: true };
  if (filter === 'number' || filter === 'boolean') {
    const pattern = filter === 'number' ? numberPattern : /^(?:true|false)$/;
    return pattern.test(made.value)
      ? { ...made, isJson: true }
      : { ok: false, message: `The value of {{${head}}} is no ${filter}.` };
  }
  if (head.startsWith('now') && Object.hasOwn(formats, filter))
    return text(formats[filter]?.(new Date(made.value)) ?? made.value);
  return {
    ok: false,
    message: `|${filter} is unknown: iso, ms, s and date for moments; number, boolean and json for values.`,
  };
}

const numberPattern = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const formats: Readonly<Record<string, (date: Date) => string>> = {
  iso: (date) => date.toISOString(),
  ms: (date) => String(date.getTime()),
  s: (date) => String(Math.floor(date.getTime() / 1_000)),
  date: (date) => date.toISOString().slice(0, 10),
};

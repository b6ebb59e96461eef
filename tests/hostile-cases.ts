import hostile from './vectors/hostile.json' with { type: 'json' };

/** What the hostile cases are made of, as far as documents meet them. */
export interface HostileCase {
  id: string;
  kind: string;
  category: string;
  input: string;
  field: string;
  endpointClass: string | undefined;
  /** `reject`, `accept` or `confirm`, and what is allowed besides. */
  outcomes: readonly string[];
  /** Milliseconds that the case may take, where it says so. */
  withinMs: number | undefined;
}

interface Generator {
  type: string;
  [key: string]: unknown;
}

/** All cases of a category, those that are described by a generator grown to their full size. */
export function hostileCases(category: string): HostileCase[] {
  return hostile.items
    .filter((item) => item.category === category)
    .map((item): HostileCase => {
      const { id, kind } = item;
      const input = item.input ?? ('generator' in item ? grow(item.generator) : null);
      if (typeof input !== 'string') throw new Error(`${id}: a kind of input that nobody makes here`);
      const field = 'field' in item ? item.field : '';
      const endpointClass = 'endpointClass' in item ? item.endpointClass : undefined;
      const also = 'alsoAllowed' in item ? [item.alsoAllowed] : [];
      const outcomes = [item.expect.outcome, ...also];
      const within = item.expect.invariants.map((one) => /^time<=(\d+)ms$/.exec(one)?.[1]).find(Boolean);
      const withinMs = within === undefined ? undefined : Number(within);
      return { id, kind, category, input, field, endpointClass, outcomes, withinMs };
    });
}

/**
 * The cases are written with logical names; this is the same document in our names. What is not JSON, or no object,
 * comes as it is.
 */
export function inOurNames(text: string): string {
  // Too deep to be written again, and none of its names are ours.
  if (text.length > 50_000 && !text.includes('"v"')) return text;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return text;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return text;
  const entries = Object.entries(value).filter(([key]) => key !== 'v');
  const pick = (names: readonly string[]): [string, unknown][] =>
    entries.filter(([key]) => names.includes(key));
  const others = entries.filter(([key]) => ![...requestNames, ...targetNames].includes(key));
  const preset = Object.fromEntries([
    ...others,
    ['request', Object.fromEntries(pick(requestNames))],
    ['target', Object.fromEntries(pick(targetNames))],
  ]);
  const version: unknown = Object.hasOwn(value, 'v') ? Reflect.get(value, 'v') : undefined;
  return JSON.stringify({ format: 'invoke-console/presets', version, presets: [preset] });
}

const requestNames = [
  'functionName',
  'qualifier',
  'invocationType',
  'logType',
  'payload',
  'clientContext',
  'tenantId',
];
const targetNames = ['region', 'endpoint'];

function grow(generator: Generator): string | null {
  const count = Number(generator['count']);
  switch (generator.type) {
    case 'nest': {
      const depth = Number(generator['depth']);
      return (
        String(generator['open']).repeat(depth) +
        String(generator['core']) +
        String(generator['close']).repeat(depth)
      );
    }
    case 'preset-field': {
      const value = grow(generator['value'] as Generator);
      const control = { v: 1, name: 'p', functionName: 'f' };
      return JSON.stringify({ ...control, [String(generator['field'])]: value });
    }
    case 'repeat':
      return `${text(generator['prefix'])}${text(generator['unit']).repeat(count)}${text(generator['suffix'])}`;
    // A gigabyte of blanks: its link is far over the limit of characters, whatever they are.
    case 'deflate-raw-repeat':
      return 'A'.repeat(Math.ceil(count / 1024));
    default:
      return null;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

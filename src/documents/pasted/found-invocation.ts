import { resolveEndpoint } from '../../core/index.ts';
import { decodeBase64 } from '../base64.ts';
import { classifyEndpoint } from '../endpoint-class.ts';
import { payloadFromBytes, payloadToPreset } from '../payload.ts';
import { readPreset } from '../preset-schema.ts';
import type { Preset } from '../preset-types.ts';

/** What a command line says of an invocation, in the words of the API; undefined where it says nothing. */
export interface FoundInvocation {
  functionName: string;
  qualifier?: string | undefined;
  invocationType?: string | undefined;
  logType?: string | undefined;
  /** Base64, as on the wire. */
  clientContext?: string | undefined;
  tenantId?: string | undefined;
  durableExecutionName?: string | undefined;
  traceId?: string | undefined;
  stream?: boolean;
  payload: Uint8Array;
  region?: string | undefined;
  endpoint?: string | undefined;
  /** What was left out or read in another way, for the person. They never repeat a secret. */
  notes: readonly string[];
}

export type PastedCommand =
  | { ok: true; preset: Preset; notes: readonly string[] }
  | { ok: false; message: string };

/** What was found, read by the strict parser of presets. */
export function presetOfCommand(found: FoundInvocation): PastedCommand {
  const context = contextText(found.clientContext);
  const target = targetOf(found);
  const read = readPreset({
    name: (found.functionName.split(':function:').at(-1) ?? '').slice(0, 200) || 'Pasted command',
    request: {
      functionName: found.functionName,
      qualifier: found.qualifier ?? '',
      invocationType: found.invocationType ?? 'RequestResponse',
      logType: found.logType ?? 'None',
      ...payloadToPreset(payloadFromBytes(found.payload)),
      clientContext: context.text,
      tenantId: found.tenantId || null,
      durableExecutionName: found.durableExecutionName || null,
      traceId: found.traceId || null,
      stream: found.stream ?? false,
    },
    target: { region: target.region, endpoint: target.endpoint },
  });
  if (!read.ok) return { ok: false, message: `This command cannot be read. ${read.problem.message}` };
  return { ok: true, preset: read.preset, notes: [...found.notes, ...context.notes, ...target.notes] };
}

function contextText(base64: string | undefined): { text: string; notes: readonly string[] } {
  if (base64 === undefined || base64 === '') return { text: '', notes: [] };
  const bytes = decodeBase64(base64);
  try {
    if (bytes === null) throw new TypeError('no base64');
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), notes: [] };
  } catch {
    return { text: base64, notes: ['The client context is not base64 of a text: it is kept as it stands.'] };
  }
}

interface FoundTarget {
  region: string | null;
  endpoint: string | null;
  notes: readonly string[];
}

/** An endpoint that is the region's own needs no saying. */
function targetOf({ region: given, endpoint }: FoundInvocation): FoundTarget {
  const base = endpoint === undefined ? null : addressOf(endpoint);
  const region = given || (base === null ? null : awsRegion(base));
  const own = region === null ? null : resolveEndpoint({ region });
  if (own?.ok === false) return { region: null, endpoint: null, notes: ['The region of the line is none.'] };
  if (endpoint === undefined || own?.url === base) return { region, endpoint: null, notes: [] };
  const found = classifyEndpoint(base ?? '');
  if (found.kind !== 'refused') return { region, endpoint: base, notes: [] };
  return { region, endpoint: null, notes: [`The endpoint of the line was left out. ${found.message}`] };
}

/** Without a user name, a password and a query, which may be secrets. */
function addressOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, host, pathname } = new URL(text);
  return `${protocol}//${host}${pathname.replace(/\/+$/, '')}`;
}

function awsRegion(base: string): string | null {
  const host = /^https:\/\/lambda(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/.exec(base);
  return host?.[1] ?? null;
}

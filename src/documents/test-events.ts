import { parseFunctionName } from '../core/index.ts';
import { isJsonObject, withoutForbiddenKeys } from './foreign-json.ts';
import { formatJson } from './json-format.ts';
import { jsonMembers } from './json-members.ts';
import { isJson } from './json-problems.ts';
import { presetValue } from './preset-document.ts';
import { readPreset } from './preset-schema.ts';
import type { ParsedPresets, Preset } from './preset-types.ts';
import { aroundEvents, withEvents } from './test-events-document.ts';

/** What the format has no place for: SAM keeps keys beside an event that it does not know. */
const ownKey = 'x-invoke-console';
/** Where a preset keeps what stood beside its event and is nobody's here. */
const asideKey = 'testEvent';
/** Where a preset keeps the document that its event stood in, without the events: schemas, and what others wrote. */
const documentKey = 'testEventsDocument';
const maxEvents = 5_000;
/** SAM takes no larger event, in bytes. Source: MAX_EVENT_SIZE of its shared test events. */
const maxEventBytes = 6_144_000;
/** Characters of documents kept with the presets of one file; beyond them the first preset alone has it. */
const maxKeptCharacters = 1_048_576;

/**
 * The presets of one function as AWS's shareable test events: the OpenAPI 3 document that SAM and the Lambda console
 * keep in the registry `lambda-testevent-schemas`, one example a preset. Each payload stands in it as typed.
 * @returns with the names of the presets that such a document cannot hold.
 */
export function testEventsText(presets: readonly Preset[]): { text: string; leftOut: readonly string[] } {
  const names = new Set<string>();
  const events = presets
    .filter(isTestEvent)
    .map((preset) => [keyFor(preset.name, names), exampleText(preset)] as const);
  const around = presets.map(({ extra }) => extra[documentKey]).find((one) => one !== undefined);
  const text = withEvents(around, events);
  return { text, leftOut: presets.filter((one) => !isTestEvent(one)).map(({ name }) => name) };
}

/** `_orders-schema`, as the registry calls the document of a function. */
export function testEventsName(functionName: string): string {
  const parsed = parseFunctionName(functionName);
  return `_${parsed.ok ? parsed.name : 'function'}-schema`;
}

/**
 * The events of such a document, or of the answer of `aws schemas describe-schema`, as presets: all or none. `name`
 * is what the document is called, of which the function's name is a part. null when the JSON is something else.
 * The text is JSON that parsePresetText has found to be no document of presets.
 */
export function parseTestEvents(text: string, name = ''): ParsedPresets | null {
  const members = new Map(jsonMembers(text));
  const content: unknown = JSON.parse(members.get('Content') ?? 'null');
  const schema: unknown = JSON.parse(members.get('SchemaName') ?? 'null');
  if (typeof content === 'string' && typeof schema === 'string' && isJson(content))
    return readExamples(content, functionOf(schema));
  return readExamples(text, functionOf(name));
}

function functionOf(schemaName: string): string {
  return /^_(.+)-schema(?: \(\d+\))?(?:\.json)?$/.exec(schemaName)?.[1] ?? '';
}

function readExamples(text: string, functionName: string): ParsedPresets | null {
  const components = new Map(jsonMembers(text)).get('components');
  const examples = jsonMembers(new Map(jsonMembers(components ?? '')).get('examples') ?? '');
  if (examples === null) return null;
  const events = new Map(examples.filter(([, source]) => new Map(jsonMembers(source)).has('value')));
  if (events.size === 0 && examples.length > 0) return null;
  if (events.size > maxEvents) {
    const message = `There are ${events.size} test events; at most ${maxEvents} are read at once.`;
    return { ok: false, problem: { code: 'too-many', message } };
  }
  const presets: Preset[] = [];
  const dropped: string[] = [];
  const around = aroundEvents(text, dropped);
  for (const [key, source] of events) {
    const read = readPreset(valueOf({ key, source, functionName, dropped }));
    if (read.ok) presets.push(read.preset);
    else {
      const message = `Test event ${presets.length + 1}: ${read.problem.message}`;
      return { ok: false, problem: { ...read.problem, message } };
    }
  }
  return { ok: true, presets: withDocument(presets, around), dropped };
}

/** Each preset can be exported without the others. */
function withDocument(presets: readonly Preset[], around: string | null): readonly Preset[] {
  if (around === null) return presets;
  const isSmall = around.length * presets.length <= maxKeptCharacters;
  return presets.map((preset, index) =>
    isSmall || index === 0 ? { ...preset, extra: { ...preset.extra, [documentKey]: around } } : preset,
  );
}

interface Example {
  key: string;
  source: string;
  functionName: string;
  /** Takes the paths of what no preset may carry. */
  dropped: string[];
}

/** An example as the value of a preset, for the strict parser. */
function valueOf({ key, source, functionName, dropped }: Example): unknown {
  const members = new Map(jsonMembers(source));
  const event = members.get('value') ?? '';
  members.delete('value');
  const others = Array.from(members, ([name, text]): [string, unknown] => [name, JSON.parse(text)]);
  const beside = record(withoutForbiddenKeys(Object.fromEntries(others), dropped, key));
  const { [ownKey]: own, 'x-metadata': metadata, ...unknown } = beside;
  const { invocationType, ...moreMetadata } = record(metadata);
  const aside = {
    ...unknown,
    ...(Object.keys(moreMetadata).length > 0 && { 'x-metadata': moreMetadata }),
  };
  const ours = record(own);
  return {
    name: key.slice(0, 200),
    ...ours,
    ...(Object.keys(aside).length > 0 && { [asideKey]: aside }),
    request: {
      functionName,
      logType: 'Tail',
      ...record(ours['request']),
      invocationType: invocationType ?? 'RequestResponse',
      // What was written here stands as typed; SAM's is indented to its place in the document.
      payload: own === undefined && event.includes('\n') ? formatJson(event) : event,
      payloadEncoding: 'utf8',
    },
  };
}

function exampleText(preset: Preset): string {
  const { request, [asideKey]: aside, [documentKey]: _around, ...ours } = presetValue(preset);
  const { payload: _value, payloadEncoding: _utf8, ...ourRequest } = record(request);
  const { 'x-metadata': metadata, ...unknown } = record(aside);
  const beside = {
    'x-metadata': { invocationType: preset.request.invocationType, ...record(metadata) },
    ...unknown,
    [ownKey]: { ...ours, request: ourRequest },
  };
  const members = Object.entries(beside).map(
    ([name, value]) => `, ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{ "value": ${preset.request.payload.trim()}${members.join('')} }`;
}

/** An event is JSON of a bounded size, and is sent as RequestResponse or Event alone. */
function isTestEvent({ request: { payload, payloadEncoding, invocationType } }: Preset): boolean {
  if (payloadEncoding !== 'utf8' || invocationType === 'DryRun' || !isJson(payload)) return false;
  return new TextEncoder().encode(payload).byteLength <= maxEventBytes;
}

/** What OpenAPI lets an example be called. */
function keyFor(name: string, taken: Set<string>): string {
  const plain = name.replace(/[^\w.-]+/g, '-').replace(/^-|-$/g, '') || 'event';
  let key = plain;
  for (let count = 2; taken.has(key); count += 1) key = `${plain}-${count}`;
  taken.add(key);
  return key;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return isJsonObject(value) ? value : {};
}

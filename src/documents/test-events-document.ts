import { isJsonObject, withoutForbiddenKeys } from './foreign-json.ts';
import { jsonMembers } from './json-members.ts';
import { isJson } from './json-problems.ts';

/** A member of a JSON object; the value as it is written, so that numbers and duplicate keys stay. */
type Member = readonly [name: string, source: string];

/** What stands in a document of test events beside the events that are taken out of it. */
export interface TestEventsDocument {
  members: readonly Member[];
  /** Of `components`, without the examples. */
  components: readonly Member[];
  /** Examples without a value: SAM keeps them and finds no event in them. */
  examples: readonly Member[];
}

const plain: TestEventsDocument = {
  members: [
    ['openapi', '"3.0.0"'],
    ['info', '{ "version": "1.0.0", "title": "Event" }'],
    ['paths', '{}'],
  ],
  components: [['schemas', '{ "Event": {} }']],
  examples: [],
};

/** The document without its events, as text to keep; null when it says no more than one of our own. */
export function aroundEvents(text: string, dropped: string[]): string | null {
  const document = readDocument(text);
  if (document === null) return null;
  const around = documentText(allowed(document, dropped), []);
  return isSame(around, documentText(plain, [])) ? null : around;
}

/** The document with these events, in what was kept around others, or in one that says nothing else. */
export function withEvents(around: unknown, events: readonly Member[]): string {
  const known = typeof around === 'string' && isJson(around) ? readDocument(around) : null;
  return documentText(known ?? plain, events);
}

function readDocument(text: string): TestEventsDocument | null {
  const members = jsonMembers(text);
  const components = jsonMembers(new Map(members).get('components') ?? 'null');
  if (members === null || components === null) return null;
  const examples = jsonMembers(new Map(components).get('examples') ?? '{}') ?? [];
  return {
    members: members.filter(([name]) => name !== 'components'),
    components: components.filter(([name]) => name !== 'examples'),
    examples: examples.filter(([, source]) => !new Map(jsonMembers(source)).has('value')),
  };
}

/** A schema says how events look: a property in it that is called `authorization` is no credential. */
function allowed(
  { members, components, examples }: TestEventsDocument,
  dropped: string[],
): TestEventsDocument {
  const clean = (list: readonly Member[], path: string): Member[] =>
    list.flatMap((member) => (member[0] === 'schemas' ? [member] : cleaned(member, path, dropped)));
  return {
    members: clean(members, ''),
    components: clean(components, 'components'),
    examples: clean(examples, 'components.examples'),
  };
}

function cleaned([name, source]: Member, path: string, dropped: string[]): Member[] {
  const before = dropped.length;
  const value = withoutForbiddenKeys(Object.fromEntries([[name, JSON.parse(source)]]), dropped, path);
  if (dropped.length === before) return [[name, source]];
  return isJsonObject(value) && Object.hasOwn(value, name) ? [[name, JSON.stringify(value[name])]] : [];
}

/** An example a line, so that git compares events. */
function documentText(
  { members, components, examples }: TestEventsDocument,
  events: readonly Member[],
): string {
  const taken = new Set(events.map(([name]) => name));
  const all = [...events, ...examples.filter(([name]) => !taken.has(name))];
  const lines = (list: readonly Member[], indent: string): string =>
    list.map(([name, source]) => `${indent}${JSON.stringify(name)}: ${source}`).join(',\n');
  const inComponents: Member[] = [...components, ['examples', `{\n${lines(all, '      ')}\n    }`]];
  return `{\n${lines([...members, ['components', `{\n${lines(inComponents, '    ')}\n  }`]], '  ')}\n}\n`;
}

function isSame(one: string, other: string): boolean {
  return JSON.stringify(JSON.parse(one)) === JSON.stringify(JSON.parse(other));
}

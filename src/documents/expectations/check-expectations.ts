import { findInJson, sourceOf } from '../json-path-find.ts';
import { parseJsonPath } from '../json-path.ts';
import { isJson } from '../json-problems.ts';
import {
  expectedOutcomes,
  type CheckedExpectation,
  type Expectation,
  type ExpectationFacts,
  type ExpectedOutcome,
  type Verdict,
} from './expectation-types.ts';
import { outcomeLabels, shown } from './expectation-words.ts';
import { maxMatchedLength, readPattern } from './pattern.ts';
import { isSameJson } from './same-json.ts';

/** Looks at a run. Each expectation passes, fails, or is not known, with what was found in its place. */
export function checkExpectations(
  expectations: readonly Expectation[],
  facts: ExpectationFacts,
): CheckedExpectation[] {
  let json: boolean | undefined;
  const isJsonText = (text: string): boolean => (json ??= isJson(text));
  return expectations.map((expectation) => ({ expectation, ...checkOne(expectation, facts, isJsonText) }));
}

type Found = Omit<CheckedExpectation, 'expectation'>;

const decided = (holds: boolean, found: string): Found => ({ verdict: holds ? 'passed' : 'failed', found });
const unknown = (found: string): Found => ({ verdict: 'unknown', found });

function checkOne(one: Expectation, facts: ExpectationFacts, isJsonText: (text: string) => boolean): Found {
  switch (one.kind) {
    case 'outcome':
      return outcomeFound(one.is, facts.outcome);
    case 'status':
      return facts.statusCode === null
        ? unknown('no status code came')
        : decided(facts.statusCode === one.is, String(facts.statusCode));
    case 'duration':
      return durationFound(one.atMostMs, facts);
    case 'log-contains':
    case 'log-lacks':
      return logFound(one, facts.log);
    case 'json-equals':
    case 'json-matches':
    case 'json-exists':
    case 'json-absent':
      return responseFound(one, facts, isJsonText);
    case 'not-understood':
      return unknown('this version does not know it');
  }
}

function outcomeFound(wanted: ExpectedOutcome, outcome: string): Found {
  const known = expectedOutcomes.find((one) => one === outcome);
  return known === undefined
    ? unknown(`outcome ${outcome}`)
    : decided(known === wanted, outcomeLabels[known]);
}

function durationFound(atMostMs: number, { durationMs }: ExpectationFacts): Found {
  return durationMs === null
    ? unknown('no REPORT line tells the duration')
    : decided(durationMs <= atMostMs, `${durationMs} ms`);
}

type LogExpectation = Extract<Expectation, { kind: 'log-contains' | 'log-lacks' }>;

/** The tail is the last 4 KB: what is not in a cut one may have been before it. */
function logFound({ kind, text }: LogExpectation, log: ExpectationFacts['log']): Found {
  if ('missing' in log) return unknown(log.missing);
  if (log.text.includes(text)) return decided(kind === 'log-contains', 'it is there');
  return log.isCut
    ? unknown('it is not in the last 4 KB of the log, which is all that came')
    : decided(kind === 'log-lacks', 'it is not there');
}

type JsonExpectation = Extract<Expectation, { path: string }>;

function responseFound(
  one: JsonExpectation,
  { response }: ExpectationFacts,
  isJsonText: (text: string) => boolean,
): Found {
  const path = parseJsonPath(one.path);
  if (!path.ok) return unknown(`the path can’t be read: ${path.message}`);
  if ('missing' in response) return unknown(response.missing);
  const isAbsent = one.kind === 'json-absent';
  if (!isJsonText(response.text)) return decided(isAbsent, 'the response is no JSON');
  const places = findInJson(response.text, path.path, maxPlaces);
  const sources = places.map((place) => sourceOf(response.text, place));
  if (sources.length === 0) return decided(isAbsent, 'nothing is there');
  if (one.kind === 'json-exists' || isAbsent) return decided(!isAbsent, shown(sources[0] ?? ''));
  return valuesFound(one, sources);
}

/** Enough for every test; a path with stars could lead to each value of a large response. */
const maxPlaces = 10_000;

type ValueExpectation = Extract<Expectation, { kind: 'json-equals' | 'json-matches' }>;

/** Every value that the path leads to must be as expected; the first that is not is told. */
function valuesFound(one: ValueExpectation, sources: readonly string[]): Found {
  const test = testOf(one);
  if (typeof test === 'string') return unknown(test);
  const others: Verdict[] = [];
  for (const source of sources) {
    const verdict = test(source);
    if (verdict === 'failed') return { verdict, found: shown(source) };
    others.push(verdict);
  }
  if (others.includes('unknown')) {
    return unknown(`a text of more than ${maxMatchedLength.toLocaleString('en-US')} characters`);
  }
  const first = shown(sources[0] ?? '');
  return decided(true, sources.length === 1 ? first : `${sources.length} values, all as expected`);
}

function testOf(one: ValueExpectation): ((source: string) => Verdict) | string {
  if (one.kind === 'json-equals') {
    if (!isJson(one.value)) return 'the expected value is no JSON';
    return (source) => (isSameJson(source, one.value) ? 'passed' : 'failed');
  }
  const pattern = readPattern(one.pattern);
  if (!pattern.ok) return pattern.message;
  return (source) => {
    const text = charactersOf(source);
    if (text.length > maxMatchedLength) return 'unknown';
    return pattern.matches(text) ? 'passed' : 'failed';
  };
}

/** A string's own characters; anything else as it is spelled. */
function charactersOf(source: string): string {
  if (!source.startsWith('"')) return source;
  const text: unknown = JSON.parse(source);
  return typeof text === 'string' ? text : source;
}

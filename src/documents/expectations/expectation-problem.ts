import { parseJsonPath } from '../json-path.ts';
import { jsonProblems } from '../json-problems.ts';
import type { Expectation } from './expectation-types.ts';
import { readPattern } from './pattern.ts';

/** What is wrong with an expectation, and in which of its members. */
export interface ExpectationProblem {
  member: 'path' | 'value';
  message: string;
}

/** null when it can be checked. */
export function expectationProblem(one: Expectation): ExpectationProblem | null {
  return pathProblem(one) ?? valueProblem(one);
}

function pathProblem(one: Expectation): ExpectationProblem | null {
  if (!('path' in one)) return null;
  if (one.path.trim() === '')
    return { member: 'path', message: 'A path is missing: $ is the whole response.' };
  const path = parseJsonPath(one.path);
  return path.ok ? null : { member: 'path', message: `At ${path.at + 1}: ${path.message}` };
}

function valueProblem(one: Expectation): ExpectationProblem | null {
  const message = valueMessage(one);
  return message === null ? null : { member: 'value', message };
}

function valueMessage(one: Expectation): string | null {
  switch (one.kind) {
    case 'status':
      return one.is >= 100 && one.is <= 999 ? null : 'A status code is a number from 100 to 999.';
    case 'duration':
      return one.atMostMs >= 0 ? null : 'A duration is a number of milliseconds.';
    case 'json-equals':
      return jsonMessage(one.value);
    case 'json-matches': {
      const pattern = readPattern(one.pattern);
      return pattern.ok ? null : pattern.message;
    }
    case 'log-contains':
    case 'log-lacks':
      return one.text === '' ? 'A text is missing.' : null;
    default:
      return null;
  }
}

function jsonMessage(value: string): string | null {
  if (value.trim() === '') return 'A value is missing, as JSON: "paid", 12, true, null.';
  const [problem] = jsonProblems(value);
  return problem === undefined ? null : `${problem.message} A text stands in quotes: "paid"`;
}

import { parseFunctionName } from '../../core/index.ts';
import type { AnswerFacts } from './answer-facts.ts';
import type { Diagnosis } from './doctor-types.ts';
import { nearNames } from './near-names.ts';

/** What was not found: the function, its version or alias, or the whole API. */
export function diagnoseMissingFunction(facts: AnswerFacts): Diagnosis {
  if (facts.error.code?.startsWith('UnknownOperation')) {
    return {
      layer: 'not-lambda',
      title: 'This is no Lambda endpoint',
      meaning: 'The server does not know the operation.',
      fixes: [{ kind: 'credentials' }],
    };
  }
  const parsed = parseFunctionName(facts.functionName);
  const name = parsed.ok ? parsed.name : facts.functionName;
  const ofName = parsed.ok ? parsed.qualifier : undefined;
  return facts.functions?.includes(name)
    ? missingQualifier(facts, name, facts.qualifier || ofName)
    : missingName(facts, name);
}

function missingQualifier({ region }: AnswerFacts, name: string, qualifier: string | undefined): Diagnosis {
  return {
    layer: 'function',
    title: qualifier
      ? `The function is there, its version or alias ${qualifier} is not`
      : 'The function is in the list, but was not found',
    meaning: `${name} is one of the functions of this account in ${region}.`,
    fixes: [{ kind: 'text', text: 'Choose a version or alias from the suggestions of the Qualifier box.' }],
  };
}

function missingName({ functions, region }: AnswerFacts, name: string): Diagnosis {
  const names = nearNames(name, functions ?? []);
  return {
    layer: 'function',
    title: `There is no function ${name} here`,
    ...(functions === undefined
      ? {
          meaning: `Not in ${region}, in the account of these credentials.`,
          unknown: 'Which functions there are: they could not be listed (lambda:ListFunctions).',
        }
      : { meaning: `None of the ${functions.length} functions in ${region} has this name.` }),
    fixes:
      names.length > 0
        ? [{ kind: 'functions', names }]
        : [{ kind: 'text', text: 'Check the name, and the region and the account of the connection.' }],
  };
}

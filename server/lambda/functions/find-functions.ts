import type { AccountScope } from '../api/function-reference.ts';
import { FunctionsFolder } from './functions-folder.ts';
import type { FunctionsFound } from './lambda-function.ts';
import { openTemplate } from './sam-template.ts';

export interface FunctionPlaces {
  functionsDir: string;
  /** A SAM template beside the folder; where both have a function, the template's counts. */
  templateFile: string | undefined;
  scope: AccountScope;
}

/**
 * Opens the places that functions come from.
 * @throws Error with one clear line when one of them cannot be read
 */
export async function openFunctions({
  functionsDir,
  templateFile,
  scope,
}: FunctionPlaces): Promise<() => FunctionsFound> {
  const folder = new FunctionsFolder(functionsDir);
  if (templateFile === undefined) return () => folder.look();
  const template = await openTemplate(templateFile, scope);
  return () => join(folder.look(), template());
}

function join(folder: FunctionsFound, template: FunctionsFound): FunctionsFound {
  const both = [...template.functions.keys()].filter((name) => folder.functions.has(name));
  const doubles = both.map((name) => `${name}: in the folder and in the template; the template's is used`);
  return {
    functions: new Map([...folder.functions, ...template.functions]),
    problems: [...folder.problems, ...template.problems, ...doubles],
  };
}

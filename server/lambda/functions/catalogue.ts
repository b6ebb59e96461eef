import { ApiError } from '../api/api-error.ts';
import type { CodeFacts } from '../api/configuration.ts';
import { type AccountScope, functionArn, type FunctionReference } from '../api/function-reference.ts';
import { readFunctionsFolder } from './functions-folder.ts';
import type { FunctionAlias, LambdaFunction } from './lambda-function.ts';
import type { InvocationTarget } from './invocation-target.ts';
import { contentHash, fingerprint, listSources, type SourceFile } from './source-tree.ts';

export interface CatalogueOptions {
  folder: string;
  scope: AccountScope;
  log(line: string): void;
  /** 0 <= random() < 1: chooses the version behind a weighted alias. */
  random(): number;
  /** The code or configuration of a function is not what it was at its last invocation. */
  onChange(name: string, revision: string): void;
}

/** The functions as they are now: the folder is looked at anew for each request, so no change is missed. */
export class FunctionCatalogue {
  readonly #options: CatalogueOptions;
  readonly #revisions = new Map<string, string>();
  readonly #saidProblems = new Set<string>();

  constructor(options: CatalogueOptions) {
    this.#options = options;
  }

  list(): LambdaFunction[] {
    return [...this.#look().values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** @throws ApiError ResourceNotFoundException */
  find(reference: FunctionReference): LambdaFunction {
    const found = this.#look().get(reference.name);
    if (!found) throw this.#notFound(reference);
    return found;
  }

  /** The code that an invocation of this function and qualifier runs. @throws ApiError when there is none */
  resolve(reference: FunctionReference): InvocationTarget {
    const functions = this.#look();
    const latest = functions.get(reference.name);
    if (!latest) throw this.#notFound(reference);
    const { qualifier } = reference;
    const alias = qualifier === undefined ? undefined : latest.aliases.get(qualifier);
    const version = alias ? this.#chooseVersion(alias) : (qualifier ?? '$LATEST');
    if (version !== '$LATEST') throw this.#notFound(reference);
    return {
      fn: latest,
      version,
      revision: this.#revisionOf(latest, functions),
      invokedFunctionArn: functionArn(latest.name, this.#options.scope, qualifier),
    };
  }

  /** What the API says of a function's code. */
  facts(fn: LambdaFunction): CodeFacts {
    const files = this.#sourcesOf(fn, this.#look());
    return {
      sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
      sha256: contentHash(fn.code.taskRoot, files),
      modifiedMs: Math.max(0, ...files.map((file) => file.modifiedMs)),
    };
  }

  #sourcesOf(fn: LambdaFunction, functions: ReadonlyMap<string, LambdaFunction>): SourceFile[] {
    return listSources(fn.code.taskRoot, (folder) => functions.has(folder));
  }

  #look(): ReadonlyMap<string, LambdaFunction> {
    const { functions, problems } = readFunctionsFolder(this.#options.folder);
    for (const problem of problems) {
      if (!this.#saidProblems.has(problem)) this.#options.log(problem);
      this.#saidProblems.add(problem);
    }
    return functions;
  }

  #revisionOf(fn: LambdaFunction, functions: ReadonlyMap<string, LambdaFunction>): string {
    const revision = fingerprint(this.#sourcesOf(fn, functions), JSON.stringify([fn.code, fn.settings]));
    const before = this.#revisions.get(fn.name);
    this.#revisions.set(fn.name, revision);
    if (before !== undefined && before !== revision) this.#options.onChange(fn.name, revision);
    return revision;
  }

  #chooseVersion(alias: FunctionAlias): string {
    let left = this.#options.random();
    for (const [version, weight] of alias.weights) {
      if (left < weight) return version;
      left -= weight;
    }
    return alias.functionVersion;
  }

  #notFound({ name, qualifier }: FunctionReference): ApiError {
    const arn = functionArn(name, this.#options.scope, qualifier);
    return new ApiError('ResourceNotFoundException', `Function not found: ${arn}`);
  }
}

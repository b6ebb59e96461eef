import { ApiError } from '../api/api-error.ts';
import { type AccountScope, functionArn, type FunctionReference } from '../api/function-reference.ts';
import type { InvocationTarget } from './invocation-target.ts';
import type { FunctionAlias, FunctionsFound, LambdaFunction } from './lambda-function.ts';
import { fingerprint, listSources } from './source-tree.ts';
import { type CodeFacts, factsOf, readAliases, readVersions } from './version-store.ts';

export interface CatalogueOptions {
  /** Asked for each request: a folder or template that changed is never missed. */
  find(): FunctionsFound;
  scope: AccountScope;
  log(line: string): void;
  /** 0 <= random() < 1: chooses the version behind a weighted alias. */
  random(): number;
  /** The code or configuration of a function is not what it was at its last invocation. */
  onChange(name: string, revision: string): void;
}

/** A function at one of its versions. */
export interface FunctionAtVersion {
  fn: LambdaFunction;
  version: string;
  facts: CodeFacts;
}

/** Finds functions by the names and qualifiers of requests. A request never becomes part of a path. */
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

  /** `$LATEST` first, then the published versions, the oldest first. */
  versions(fn: LambdaFunction): FunctionAtVersion[] {
    const published = [...readVersions(fn).values()];
    return [
      { fn, version: '$LATEST', facts: factsOf(fn.code) },
      ...published.map(({ version, code, settings, facts }) => ({
        fn: { ...fn, code, settings },
        version,
        facts,
      })),
    ];
  }

  aliases(fn: LambdaFunction): FunctionAlias[] {
    return [...readAliases(fn).values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** What a qualifier stands for, the main version of an alias. @throws ApiError ResourceNotFoundException */
  describe(reference: FunctionReference): FunctionAtVersion {
    const fn = this.find(reference);
    const alias = readAliases(fn).get(reference.qualifier ?? '');
    return this.#at(fn, alias?.functionVersion ?? reference.qualifier ?? '$LATEST', reference);
  }

  /** The code that an invocation of this function and qualifier runs. @throws ApiError ResourceNotFoundException */
  resolve(reference: FunctionReference): InvocationTarget {
    const functions = this.#look();
    const fn = functions.get(reference.name);
    if (!fn) throw this.#notFound(reference);
    const { qualifier } = reference;
    const alias = qualifier === undefined ? undefined : readAliases(fn).get(qualifier);
    const version = alias ? this.#chooseVersion(alias) : (qualifier ?? '$LATEST');
    const invokedFunctionArn = functionArn(fn.name, this.#options.scope, qualifier);
    const common = { version, invokedFunctionArn, reservedTotal: sumReserved(functions) };
    if (version === '$LATEST') return { fn, revision: this.#revisionOf(fn), ...common };
    const published = readVersions(fn).get(version);
    if (!published) throw this.#notFound(reference);
    const { reservedConcurrency } = fn.settings;
    const settings = { ...published.settings, reservedConcurrency };
    return { fn: { ...fn, code: published.code, settings }, revision: published.facts.sha256, ...common };
  }

  #at(fn: LambdaFunction, version: string, reference: FunctionReference): FunctionAtVersion {
    if (version === '$LATEST') return { fn, version, facts: factsOf(fn.code) };
    const published = readVersions(fn).get(version);
    if (!published) throw this.#notFound(reference);
    const { code, settings, facts } = published;
    return { fn: { ...fn, code, settings }, version, facts };
  }

  #look(): ReadonlyMap<string, LambdaFunction> {
    const { functions, problems } = this.#options.find();
    for (const problem of problems) {
      if (!this.#saidProblems.has(problem)) this.#options.log(problem);
      this.#saidProblems.add(problem);
    }
    return functions;
  }

  #revisionOf(fn: LambdaFunction): string {
    const revision = fingerprint(listSources(fn.code), JSON.stringify([fn.code, fn.settings]));
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

function sumReserved(functions: ReadonlyMap<string, LambdaFunction>): number {
  return [...functions.values()].reduce((sum, { settings }) => sum + (settings.reservedConcurrency ?? 0), 0);
}

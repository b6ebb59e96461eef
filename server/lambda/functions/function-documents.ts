import { readFileSync, statSync } from 'node:fs';
import { type FunctionDocument, type ParsedDocument, parseFunctionDocument } from './function-settings.ts';

/** Reads function.json files, each again only when it has changed: the folder is looked at for every request. */
export class FunctionDocuments {
  readonly #known = new Map<string, { stamp: string; parsed: ParsedDocument }>();
  readonly #defaults = defaultDocument();

  /** @param problems gets what is wrong with the file; the defaults count then */
  read(file: string, problems: string[]): FunctionDocument {
    const parsed = this.#parse(file);
    if (parsed.ok) return parsed.document;
    problems.push(`${file}: ${parsed.problems.join('; ')} (the defaults are used)`);
    return this.#defaults;
  }

  get defaults(): FunctionDocument {
    return this.#defaults;
  }

  #parse(file: string): ParsedDocument {
    try {
      const { mtimeMs, size } = statSync(file);
      const stamp = `${mtimeMs} ${size}`;
      const known = this.#known.get(file);
      if (known?.stamp === stamp) return known.parsed;
      const parsed = parseFunctionDocument(readFileSync(file, 'utf8'));
      this.#known.set(file, { stamp, parsed });
      return parsed;
    } catch (error) {
      return { ok: false, problems: [error instanceof Error ? error.message : String(error)] };
    }
  }
}

function defaultDocument(): FunctionDocument {
  const parsed = parseFunctionDocument('{}');
  if (!parsed.ok) throw new Error('The defaults of function.json do not satisfy its own schema.');
  return parsed.document;
}

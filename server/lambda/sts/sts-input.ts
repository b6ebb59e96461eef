import { ApiError } from '../api/api-error.ts';

/** What a text member of a request must be, in the words of the API's model. */
export interface TextRule {
  min: number;
  max: number;
  pattern?: RegExp;
  required?: true;
}

/** Reads the members of a request of the query protocol. */
export class StsInput {
  readonly #members: URLSearchParams;

  constructor(members: URLSearchParams) {
    this.#members = members;
  }

  /** @throws ApiError ValidationException */
  text(name: string, { min, max, pattern, required }: TextRule): string | undefined {
    const value = this.#members.get(name) ?? undefined;
    if (value === undefined) {
      if (required) throw invalid(name, null, 'not be null');
      return undefined;
    }
    if (value.length < min) throw invalid(name, value, `have length greater than or equal to ${min}`);
    if (value.length > max) throw invalid(name, value, `have length less than or equal to ${max}`);
    if (pattern && !pattern.test(value)) {
      throw invalid(name, value, `satisfy regular expression pattern: ${pattern.source.slice(1, -1)}`);
    }
    return value;
  }

  /** @throws ApiError ValidationException */
  seconds({ max, byDefault }: { max: number; byDefault: number }): number {
    const value = this.#members.get('DurationSeconds') ?? String(byDefault);
    const seconds = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (!(seconds >= SHORTEST_SECONDS)) {
      throw invalid('DurationSeconds', value, `have value greater than or equal to ${SHORTEST_SECONDS}`);
    }
    if (seconds > max) throw invalid('DurationSeconds', value, `have value less than or equal to ${max}`);
    return seconds;
  }
}

const SHORTEST_SECONDS = 900;

function invalid(name: string, value: string | null, constraint: string): ApiError {
  const member = name.slice(0, 1).toLowerCase() + name.slice(1);
  const shown = value === null ? 'null' : `'${value}'`;
  return new ApiError(
    'ValidationException',
    `1 validation error detected: Value ${shown} at '${member}' failed to satisfy constraint: Member must ${constraint}`,
  );
}

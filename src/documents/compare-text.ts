import { formatJson } from './json-format.ts';
import { JsonScanner } from './json-scan.ts';

const instead = '(ignored)';

/** Names as people write them: `requestId`, `request_id` and `Request-ID` are one. */
export function ignoredNames(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(plainName));
}

/** JSON one member a line, with the values of ignored members left out at any depth. What is no JSON stays as it is. */
export function comparableJson(text: string, ignored: ReadonlySet<string>): string {
  return withoutValues(formatJson(text), ignored);
}

/**
 * A log whose lines can be compared with those of another run: without the id of its own request, the times and the
 * measured numbers, as far as `requestId`, `timestamp` and `duration` are ignored; JSON lines as comparableJson.
 */
export function comparableLog(
  text: string,
  { ignored, requestId }: { ignored: ReadonlySet<string>; requestId: string | undefined },
): string {
  let plain = text;
  if (requestId && ignored.has('requestid')) plain = plain.replaceAll(requestId, instead);
  if (ignored.has('timestamp')) plain = plain.replace(isoTime, instead);
  if (ignored.has('duration')) plain = plain.replace(measured, `$1${instead}`);
  return plain
    .split('\n')
    .map((line) => (line.startsWith('{') ? withoutValues(line, ignored) : line))
    .join('\n');
}

const isoTime = /\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z?/g;
/** Of the REPORT line. */
const measured = /\b((?:(?:Billed |Init |Restore )?Duration|Max Memory Used): )[\d.]+/g;

/** Only the spelling of the values goes: everything around them stays. */
function withoutValues(text: string, ignored: ReadonlySet<string>): string {
  const scanner = new JsonScanner(text);
  let kept = '';
  let at = 0;
  let name = '';
  while (scanner.next()) {
    if (scanner.kind === 'string') name = scanner.token;
    else if (scanner.kind === ':' && ignored.has(plainName(name)) && scanner.next()) {
      kept += text.slice(at, scanner.start) + JSON.stringify(instead);
      skipValue(scanner);
      at = scanner.end;
    }
  }
  return kept + text.slice(at);
}

/** From the first token of a value to its last. */
function skipValue(scanner: JsonScanner): void {
  let depth = 0;
  do {
    if (scanner.kind === '{' || scanner.kind === '[') depth += 1;
    else if (scanner.kind === '}' || scanner.kind === ']') depth -= 1;
  } while (depth > 0 && scanner.next());
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

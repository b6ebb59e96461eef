export interface FoundSecret {
  /** What it looks like, in words. */
  kind: string;
  start: number;
  end: number;
}

/**
 * What looks like a secret in a text, or is one that is known, in order and without overlaps. Each pattern starts only
 * where a run of its characters starts, so that the time is linear in the text.
 */
export function findSecrets(text: string, known: readonly string[] = []): FoundSecret[] {
  const found = patterns.flatMap(({ kind, pattern, isIt }) =>
    Array.from(text.matchAll(pattern))
      .filter(([match]) => isIt?.(match) ?? true)
      .map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  );
  found.push(...findKnown(text, known));
  return inOrder(found);
}

/** The longest of those that begin at one place, without what overlaps it. */
function inOrder(found: readonly FoundSecret[]): FoundSecret[] {
  let end = 0;
  return found
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      if (one.start < end) return false;
      end = one.end;
      return true;
    });
}

/** Where the known values stand: as they are, as JSON writes them, and as bytes read one character each. */
function findKnown(text: string, known: readonly string[]): FoundSecret[] {
  return known.flatMap(spellingsOf).flatMap((spelling) => {
    const found: FoundSecret[] = [];
    for (
      let start = text.indexOf(spelling);
      start >= 0;
      start = text.indexOf(spelling, start + spelling.length)
    ) {
      const end = start + spelling.length;
      // A short value is in many words by chance.
      const isWhole = !/\w/.test(text.charAt(start - 1) + text.charAt(end));
      if (isWhole || spelling.length >= shortestInWord)
        found.push({ kind: 'Secret of an environment', start, end });
    }
    return found;
  });
}

const shortestInWord = 6;

function spellingsOf(value: string): string[] {
  if (value === '') return [];
  const texts = [value, JSON.stringify(value).slice(1, -1)];
  const asBytes = texts.map((text) => oneByteEach.decode(new TextEncoder().encode(text)));
  return [...new Set([...texts, ...asBytes])];
}

/** The text with every secret covered by as many asterisks. */
export function maskSecrets(text: string, known: readonly string[] = []): string {
  return covered(text, findSecrets(text, known));
}

/** The text with the known values alone covered. */
export function maskKnown(text: string, known: readonly string[]): string {
  return covered(text, inOrder(findKnown(text, known)));
}

/** Where known values stand in bytes. */
export function knownInBytes(bytes: Uint8Array, known: readonly string[]): (readonly [number, number])[] {
  if (known.length === 0) return [];
  return inOrder(findKnown(oneByteEach.decode(bytes), known)).map(({ start, end }) => [start, end]);
}

/** A character a byte, so that nothing but the secret changes: what stands in its place is ASCII. */
export function changedBytes(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  const text = oneByteEach.decode(bytes);
  const changed = change(text);
  if (changed === text) return bytes;
  return bytes.map((byte, index) => (changed[index] === text[index] ? byte : changed.charCodeAt(index)));
}

const oneByteEach = new TextDecoder('latin1');

function covered(text: string, secrets: readonly FoundSecret[]): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of secrets) {
    masked += text.slice(at, start) + '*'.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}

interface SecretPattern {
  kind: string;
  pattern: RegExp;
  isIt?: (match: string) => boolean;
}

const patterns: readonly SecretPattern[] = [
  { kind: 'AWS access key ID', pattern: /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/g },
  {
    kind: 'AWS secret access key',
    pattern: /(?<![A-Za-z0-9/+])[A-Za-z0-9/+]{40}(?![A-Za-z0-9/+=])/g,
    // A hash in hex has as many characters, but of one case; a path has few digits and capitals.
    isIt: (text) => /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text),
  },
  { kind: 'AWS session token', pattern: /(?<![A-Za-z0-9/+])(?:IQoJ|FwoG|FQoG)[A-Za-z0-9/+=]{12,}/g },
  {
    kind: 'JSON Web Token',
    pattern: /(?<![\w-])eyJ[\w-]{4,4096}\.eyJ[\w-]{4,65536}\.[\w-]{8,4096}/g,
  },
  {
    kind: 'private key',
    pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
  },
];

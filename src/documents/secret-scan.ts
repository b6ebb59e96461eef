export interface FoundSecret {
  /** What it looks like, in words. */
  kind: string;
  start: number;
  end: number;
}

/**
 * What looks like a secret in a text, in order and without overlaps. Each pattern starts only where a run of its
 * characters starts, so that the time is linear in the text.
 */
export function findSecrets(text: string): FoundSecret[] {
  const found = patterns.flatMap(({ kind, pattern, isIt }) =>
    Array.from(text.matchAll(pattern))
      .filter(([match]) => isIt?.(match) ?? true)
      .map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}

/** The text with every secret covered by as many asterisks. */
export function maskSecrets(text: string): string {
  let masked = '';
  let at = 0;
  for (const { start, end } of findSecrets(text)) {
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

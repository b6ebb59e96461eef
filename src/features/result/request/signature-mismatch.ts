/** What a service says it has hashed, in the message of its refusal. Source: the API's InvalidSignatureException. */
export interface ServiceSide {
  canonicalRequest: string;
  /** null when the message is cut before it. */
  stringToSign: string | null;
}

export function serviceSideOf(message: string): ServiceSide | null {
  const canonicalRequest = quotedAfter(message, 'The Canonical String for this request should have been');
  if (canonicalRequest === null) return null;
  return { canonicalRequest, stringToSign: quotedAfter(message, 'The String-to-Sign should have been') };
}

/** A line of ours beside the service's; null where a side has none. */
export interface ComparedLine {
  label: string;
  ours: string | null;
  theirs: string | null;
  /** `secret`: a value that is hidden here is not compared. */
  state: 'same' | 'differs' | 'secret';
}

export function compareCanonicalRequests(ours: string, theirs: string): ComparedLine[] {
  return compare(canonicalLines(ours), canonicalLines(theirs));
}

export function compareStringsToSign(ours: string, theirs: string): ComparedLine[] {
  return compare(labelled(ours, stringToSignLabels), labelled(theirs, stringToSignLabels));
}

/** What the comparison means: a difference on the way, or of the key alone. */
export function mismatchMeaning(lines: readonly ComparedLine[]): string {
  const changed = lines.filter(({ state }) => state === 'differs').map(({ label }) => label);
  if (changed.length > 0) {
    return `What arrived is not what was signed: ${changed.join(', ')}. Look for a proxy that changes requests, and for another region or endpoint.`;
  }
  return 'Both sides hashed the same text, so the keys differ: check the secret access key, and that it belongs to this access key ID.';
}

interface LabelledLine {
  label: string;
  text: string;
}

/** Source: AWS Signature Version 4, canonical request. The header lines end with an empty one. */
export function canonicalLines(text: string): LabelledLine[] {
  const lines = text.split('\n');
  const headersEnd = lines.indexOf('', 3);
  return lines.flatMap((line, index): LabelledLine[] => {
    if (index === headersEnd) return [];
    const isHeader = index > 2 && (headersEnd === -1 || index < headersEnd);
    if (isHeader) return [{ label: line.slice(0, Math.max(0, line.indexOf(':'))) || 'header', text: line }];
    const label = index < 3 ? headLabels[index] : endLabels[index - headersEnd - 1];
    return [{ label: label ?? 'line', text: line }];
  });
}

const headLabels = ['method', 'path', 'query'];
const endLabels = ['signed headers', 'payload hash'];
export const stringToSignLabels: readonly string[] = [
  'algorithm',
  'time',
  'scope',
  'hash of the canonical request',
];

export function labelled(text: string, labels: readonly string[]): LabelledLine[] {
  return text.split('\n').map((line, index) => ({ label: labels[index] ?? 'line', text: line }));
}

/** By label: a line that only one side has stands alone. */
function compare(ours: readonly LabelledLine[], theirs: readonly LabelledLine[]): ComparedLine[] {
  const left = [...theirs];
  const lines = ours.map(({ label, text }): ComparedLine => {
    const index = left.findIndex((one) => one.label === label);
    const other = index === -1 ? null : (left.splice(index, 1)[0]?.text ?? null);
    return { label, ours: text, theirs: other, state: stateOf(text, other) };
  });
  return [
    ...lines,
    ...left.map(({ label, text }): ComparedLine => ({ label, ours: null, theirs: text, state: 'differs' })),
  ];
}

function stateOf(ours: string, theirs: string | null): ComparedLine['state'] {
  if (theirs !== null && isMasked(ours, theirs)) return 'secret';
  return ours === theirs ? 'same' : 'differs';
}

/** Ours is masked before it is kept, theirs by the core, which takes known secrets out of every message. */
function isMasked(ours: string, theirs: string): boolean {
  return ours.endsWith(':\u2026') || theirs.includes('***');
}

function quotedAfter(message: string, words: string): string | null {
  const at = message.indexOf(words);
  if (at === -1) return null;
  const start = message.indexOf("'", at + words.length);
  if (start === -1) return null;
  const end = message.indexOf("'\n", start + 1);
  const text = message.slice(start + 1, end === -1 ? message.length : end);
  return end === -1 ? text.replace(/'$/, '') : text;
}

/**
 * The spellings in which a text holds a secret, or a half of it; none when it is nowhere. A half counts, so that cutting
 * a text to length hides nothing: give it secrets of 24 characters and more.
 */
export function spellingsIn(text: string, secret: string): string[] {
  return finderIn(text)(secret);
}

/** `spellingsIn` for many secrets: to undo the escapes of a long text is most of the work, and is done once. */
export function finderIn(text: string): (secret: string) => string[] {
  const views = viewsOf(text);
  return (secret) => {
    const middle = Math.ceil(secret.length / 2);
    const needles = [secret.slice(0, middle), secret.slice(middle)].flatMap(needlesOf);
    const found = views.flatMap(([view, seen]) =>
      needles.filter(([, needle]) => seen.includes(needle)).map(([name]) => [view, name].join(' ').trim()),
    );
    return [...new Set(found)];
  };
}

/** A secret that can be recognised anywhere, with characters that every encoding spells differently. */
export function markedSecret(prefix: string): string {
  const random = crypto.getRandomValues(new Uint8Array(24));
  return `${prefix}${btoa(latin1(random)).slice(0, 14)}/+=${btoa(latin1(random)).slice(14)}`;
}

type Named = readonly [name: string, text: string];

function needlesOf(secret: string): Named[] {
  const bytes = new TextEncoder().encode(secret);
  const wide = Uint8Array.from(Array.from(secret).flatMap((unit) => [unit.charCodeAt(0), 0]));
  return [
    ['plain', secret],
    ['reversed', Array.from(secret).toReversed().join('')],
    ['wide', latin1(wide)],
    ['hex', hex(bytes)],
    ['hex', hex(bytes).toUpperCase()],
    ['hex', hex(wide)],
    ...[0, 1, 2].flatMap((shift): Named[] => [
      ['base64', base64Inside(bytes, shift)],
      ['base64url', base64Inside(bytes, shift).replaceAll('+', '-').replaceAll('/', '_')],
    ]),
  ];
}

/** The characters of a longer base64 text that these bytes alone decide, when `shift` bytes of a group precede them. */
function base64Inside(bytes: Uint8Array, shift: number): string {
  const text = btoa('\0'.repeat(shift) + latin1(bytes));
  return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
}

/** The text as it is, and with the escapes of URLs, JSON and HTML undone, each within the others. */
function viewsOf(text: string): Named[] {
  const views = new Map([[text, '']]);
  for (let round = 0; round < 3; round += 1) {
    for (const [seen, name] of views) {
      for (const [decoding, decode] of decodings) {
        const next = decode(seen);
        if (!views.has(next) && views.size < 12) views.set(next, `${decoding} ${name}`.trim());
      }
    }
  }
  return [...views].map(([seen, name]) => [name, seen]);
}

const decodings: readonly (readonly [string, (text: string) => string])[] = [
  ['URL', (text) => text.replace(/%([\da-f]{2})/gi, (_all, digits: string) => character(digits))],
  [
    'JSON',
    (text) =>
      text.replace(
        /\\(?:u([\da-f]{4})|(["'\\/]))/gi,
        (_all, digits?: string, itself?: string) => itself ?? character(digits ?? ''),
      ),
  ],
  [
    'HTML',
    (text) =>
      text
        .replace(/&#x([\da-f]{1,4});/gi, (_all, digits: string) => character(digits))
        .replace(/&#(\d{1,5});/g, (_all, digits: string) => character(Number(digits).toString(16)))
        .replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&'),
  ],
];

function character(hexDigits: string): string {
  return String.fromCharCode(Number.parseInt(hexDigits, 16));
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function latin1(bytes: Uint8Array): string {
  return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
}

/**
 * Characters that do something when a text is pasted or looked at, instead of being seen: control characters,
 * line separators, marks that turn the direction of writing (CVE-2021-42574), and the byte order mark.
 */
export function needsEscape(text: string, ...allowed: readonly string[]): boolean {
  for (const [character] of text.matchAll(unsafe)) if (!allowed.includes(character)) return true;
  return false;
}

export const unsafe = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/gu;

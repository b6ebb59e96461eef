import type { ReactNode } from 'react';
import './visible-text.css';

/**
 * Text in which nothing is hidden: control characters, and marks that turn the direction of writing
 * (CVE-2021-42574), show as their names and act on nothing. The characters stay in the document for a copy.
 */
export function VisibleText({ text }: { text: string }): ReactNode {
  if (!acting.test(text)) return text;
  return text.split(splitting).map((part, index) =>
    acting.test(part) ? (
      <span key={index} className="visible-character" data-name={nameOf(part)}>
        {part}
      </span>
    ) : (
      part
    ),
  );
}

const acting = /(?![\t\n])[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;
const splitting = new RegExp(`(${acting.source})`, 'u');

function nameOf(character: string): string {
  const code = character.charCodeAt(0);
  return known[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const known: Readonly<Record<number, string>> = {
  0x00: 'NUL',
  0x07: 'BEL',
  0x08: 'BS',
  0x0d: 'CR',
  0x1b: 'ESC',
  0x7f: 'DEL',
  0x9b: 'CSI',
  0xfeff: 'BOM',
};

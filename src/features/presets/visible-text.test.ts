import { expect, test } from 'vitest';
import { visibleText } from './visible-text.ts';

test('shows what would turn, hide or cut a name', () => {
  expect(visibleText('Delete \u202etset\u202c a\u0000b\u200bc')).toBe(
    'Delete ⟨U+202E⟩tset⟨U+202C⟩ a⟨U+0000⟩b⟨U+200B⟩c',
  );
  expect(visibleText('Überweisung 多 😀')).toBe('Überweisung 多 😀');
});

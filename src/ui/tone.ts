/** What a thing says by colour; tokens.css has a foreground, a ground and a border for each. */
export type Tone = 'success' | 'error' | 'info' | 'warn' | 'unknown' | 'neutral';

export function toneClass(tone: Tone): string {
  return `tone-${tone}`;
}

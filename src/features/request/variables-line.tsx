import { countVariables, longestMarked } from '../../documents/variables/variable-uses.ts';
import { payloadText } from '../../documents/payload.ts';
import type { Draft } from '../../state/types.ts';

/** What becomes of the texts in the payload that look like variables; nothing where there are none. */
export function VariablesLine({ draft, onVariables }: { draft: Draft; onVariables: () => void }) {
  const text = draft.payload.encoding === 'binary' ? '' : payloadText(draft.payload);
  const count = countVariables(text);
  if (count === 0) return null;
  return (
    <p className="editor-status-note" data-tone="info">
      {draft.variables ? onWords(count) : offWords(count)}{' '}
      {draft.variables && text.length > longestMarked && 'They are not coloured in a payload this large. '}
      <button type="button" className="button-link" onClick={onVariables}>
        {draft.variables ? 'Preview' : 'Turn on'}
      </button>
    </p>
  );
}

function onWords(count: number): string {
  return count === 1
    ? '1 variable gets its value at each send.'
    : `${count} variables get their values at each send.`;
}

function offWords(count: number): string {
  return count === 1
    ? '1 text looks like a variable; it is sent as it is.'
    : `${count} texts look like variables; they are sent as they are.`;
}

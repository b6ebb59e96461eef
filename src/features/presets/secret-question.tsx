import type { PresetSecret } from '../../documents/preset-secrets.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { visibleText } from './visible-text.ts';

export interface SecretQuestionProps {
  secrets: readonly PresetSecret[];
  /** Who could read it then, and that nothing has left yet. */
  readers: string;
  /** Such as `Share anyway`. */
  goLabel: string;
  onMask: () => void;
  onGo: () => void;
  onCancel?: (() => void) | undefined;
}

const shownSecrets = 10;

export function SecretQuestion({ secrets, readers, goLabel, onMask, onGo, onCancel }: SecretQuestionProps) {
  return (
    <Callout
      tone="warn"
      title="This holds what looks like a secret"
      actions={
        <>
          <Button variant="primary" onClick={onMask}>
            Mask
          </Button>
          <Button onClick={onGo}>{goLabel}</Button>
          {onCancel && <Button onClick={onCancel}>Cancel</Button>}
        </>
      }
    >
      <p>{readers}</p>
      <ul>
        {secrets.slice(0, shownSecrets).map(({ where, kind }, index) => (
          <li key={`${where} ${index}`}>
            {kind} in <span className="mono">{visibleText(where)}</span>
          </li>
        ))}
        {secrets.length > shownSecrets && <li>and {secrets.length - shownSecrets} more</li>}
      </ul>
      <p>Mask puts asterisks in its place, in what leaves alone: the draft stays as it is.</p>
    </Callout>
  );
}

import type { RefObject } from 'react';
import type { ConsoleFunctionUrl } from '../../documents/console-url.ts';
import type { Draft } from '../../state/types.ts';
import { Combobox, type Suggestion } from '../../ui/combobox.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { fieldMessages } from './field-messages.ts';
import { FunctionIcon } from './function-icon.tsx';
import { InvokeButton, type InvokeButtonProps } from './invoke-button.tsx';
import type { FieldNotes } from './request-notes.ts';
import { WaysMenu } from './ways-menu.tsx';
import './target-row.css';

export interface TargetRowProps extends InvokeButtonProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  functions: readonly Suggestion[];
  qualifiers: readonly Suggestion[];
  /** Problems of the last press of Invoke, by field. */
  problems: ReadonlyMap<string, string>;
  notes: FieldNotes;
  /** What stands beside Invoke: more ways to run. */
  ways: readonly MenuEntry[];
  /** An address of the AWS console was pasted, and became a name and a qualifier. */
  onConsoleUrl: (url: ConsoleFunctionUrl) => void;
  boxes: {
    functionBox: RefObject<HTMLInputElement | null>;
    qualifierBox: RefObject<HTMLInputElement | null>;
  };
}

/** What is invoked, which version or alias of it, and the one button that does. */
export function TargetRow(props: TargetRowProps) {
  const { draft, onChange, functions, qualifiers, problems, notes, onConsoleUrl, boxes, ways, ...invoke } =
    props;
  const changeName = (text: string): void => {
    onChange({ functionName: text });
    void readConsoleUrl(text).then((url) => {
      if (url === null || boxes.functionBox.current?.value !== text) return;
      onChange({ functionName: url.functionName, qualifier: url.qualifier });
      onConsoleUrl(url);
    });
  };
  return (
    <div className="target-row">
      <Combobox
        label="Function"
        inputRef={boxes.functionBox}
        hideLabel
        mono
        icon={<FunctionIcon />}
        placeholder="Function name or ARN"
        value={draft.functionName}
        onChange={changeName}
        suggestions={functions}
        {...fieldMessages('functionName', { problems, notes })}
      />
      <Combobox
        label="Qualifier"
        inputRef={boxes.qualifierBox}
        hideLabel
        mono
        placeholder="$LATEST"
        value={draft.qualifier}
        onChange={(qualifier) => onChange({ qualifier })}
        suggestions={qualifiers}
        {...fieldMessages('qualifier', { problems, notes })}
      />
      <div className="target-row-run">
        <InvokeButton {...invoke} />
        <WaysMenu ways={ways} />
      </div>
    </div>
  );
}

/** null for what is no address of a function; the code for it comes with the first address. */
async function readConsoleUrl(text: string): Promise<ConsoleFunctionUrl | null> {
  if (!/^\s*https:/iu.test(text)) return null;
  const late = await import('../../documents/console-url.ts').catch(() => null);
  return late && late.parseConsoleUrl(text);
}

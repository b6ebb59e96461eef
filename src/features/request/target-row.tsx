import type { RefObject } from 'react';
import { parseFunctionName } from '../../core/index.ts';
import type { Draft } from '../../state/types.ts';
import { Combobox, type Suggestion } from '../../ui/combobox.tsx';
import { FunctionIcon } from './function-icon.tsx';
import { InvokeButton, type InvokeButtonProps } from './invoke-button.tsx';
import './target-row.css';

export interface TargetRowProps extends InvokeButtonProps {
  draft: Draft;
  onChange: (change: Partial<Draft>) => void;
  functions: readonly Suggestion[];
  qualifiers: readonly Suggestion[];
  /** Problems of the last press of Invoke, by field. */
  problems: ReadonlyMap<string, string>;
  boxes: {
    functionBox: RefObject<HTMLInputElement | null>;
    qualifierBox: RefObject<HTMLInputElement | null>;
  };
}

/** What is invoked, which version or alias of it, and the one button that does. */
export function TargetRow(props: TargetRowProps) {
  const { draft, onChange, functions, qualifiers, problems, boxes, ...invoke } = props;
  const nameError = functionNameError(draft.functionName) ?? problems.get('functionName');
  const qualifierError = problems.get('qualifier');
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
        onChange={(functionName) => onChange({ functionName })}
        suggestions={functions}
        {...(nameError === undefined ? {} : { error: nameError })}
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
        {...(qualifierError === undefined ? {} : { error: qualifierError })}
      />
      <InvokeButton {...invoke} />
    </div>
  );
}

/** What is wrong with a name that is being typed; an empty box is not yet a mistake. */
function functionNameError(name: string): string | undefined {
  if (name === '') return undefined;
  const parsed = parseFunctionName(name);
  return parsed.ok ? undefined : parsed.message;
}

import type { Draft } from '../../state/types.ts';
import { EditorArea, type EditorAreaProps } from './editor-area.tsx';
import { MoreOptions } from './more-options.tsx';
import { OptionRow } from './option-row.tsx';
import { TargetRow, type TargetRowProps } from './target-row.tsx';
import './request-panel.css';

export interface RequestPanelProps
  extends Omit<TargetRowProps, 'onChange'>, Omit<EditorAreaProps, 'onChange'> {
  onChange: (change: Partial<Draft>) => void;
}

/** The request side: what is invoked, how, and with what. */
export function RequestPanel({ onChange, ...rest }: RequestPanelProps) {
  const { draft, functions, qualifiers, problems, running, heldBack, onPress, ...editors } = rest;
  return (
    <section className="request-panel" aria-label="Request">
      <div className="request-panel-form">
        <TargetRow {...{ draft, onChange, functions, qualifiers, problems, running, heldBack, onPress }} />
        <OptionRow draft={draft} onChange={onChange} />
        <MoreOptions draft={draft} onChange={onChange} problems={problems} />
      </div>
      <EditorArea {...editors} draft={draft} problems={problems} />
    </section>
  );
}

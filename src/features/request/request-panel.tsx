import { useImperativeHandle, useRef, type Ref } from 'react';
import type { Draft } from '../../state/types.ts';
import { EditorArea, type EditorAreaHandle, type EditorAreaProps } from './editor-area.tsx';
import { MoreOptions } from './more-options.tsx';
import { OptionRow } from './option-row.tsx';
import type { RequestHandle } from './request-handle.ts';
import { TargetRow, type TargetRowProps } from './target-row.tsx';
import './request-panel.css';

export interface RequestPanelProps
  extends Omit<TargetRowProps, 'onChange' | 'boxes'>, Omit<EditorAreaProps, 'onChange' | 'areaRef'> {
  onChange: (change: Partial<Draft>) => void;
  handleRef?: Ref<RequestHandle> | undefined;
}

/** The request side: what is invoked, how, and with what. */
export function RequestPanel({ onChange, handleRef, ...rest }: RequestPanelProps) {
  const { draft, functions, qualifiers, problems, running, heldBack, onPress, ...editors } = rest;
  const functionBox = useRef<HTMLInputElement>(null);
  const qualifierBox = useRef<HTMLInputElement>(null);
  const area = useRef<EditorAreaHandle>(null);
  useImperativeHandle(handleRef, () => ({
    focus(place) {
      if (place === 'function') functionBox.current?.focus();
      else if (place === 'qualifier') qualifierBox.current?.focus();
      else if (place === 'editor') area.current?.focus();
      else area.current?.focus(place);
    },
    edit: (edit) => area.current?.edit(edit),
    fold: (folded) => area.current?.fold(folded),
    find: () => area.current?.find(),
    toggleTabMovesFocus: () => area.current?.toggleTabMovesFocus(),
    openFile: () => area.current?.openFile(),
  }));
  return (
    <section className="request-panel" aria-label="Request">
      <div className="request-panel-form">
        <TargetRow
          {...{ draft, onChange, functions, qualifiers, problems, running, heldBack, onPress }}
          boxes={{ functionBox, qualifierBox }}
        />
        <OptionRow draft={draft} onChange={onChange} />
        <MoreOptions draft={draft} onChange={onChange} problems={problems} />
      </div>
      <EditorArea {...editors} draft={draft} problems={problems} areaRef={area} />
    </section>
  );
}

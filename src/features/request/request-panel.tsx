import { useImperativeHandle, useRef, useState, type Ref } from 'react';
import type { FunctionConfiguration } from '../../core/index.ts';
import type { Connection, Draft } from '../../state/types.ts';
import { Late } from '../../ui/late.tsx';
import { latePart } from '../../ui/late-part.ts';
import { EditorArea, type EditorAreaHandle, type EditorAreaProps } from './editor-area.tsx';
import { MoreOptions, type RareOption } from './more-options.tsx';
import { OptionRow } from './option-row.tsx';
import type { RequestHandle } from './request-handle.ts';
import { fieldNotes } from './request-notes.ts';
import { TargetRow, type TargetRowProps } from './target-row.tsx';
import './request-panel.css';

export interface RequestPanelProps
  extends
    Omit<TargetRowProps, 'onChange' | 'boxes' | 'notes' | 'onConsoleUrl'>,
    Omit<EditorAreaProps, 'onChange' | 'areaRef'> {
  connection: Connection | undefined;
  /** Of the function in the boxes; undefined while it is read, or where it may not be. */
  configuration: FunctionConfiguration | undefined;
  onChange: (change: Partial<Draft>) => void;
  handleRef?: Ref<RequestHandle> | undefined;
}

/** The request side: what is invoked, how, and with what. */
export function RequestPanel({ onChange, handleRef, connection, configuration, ...rest }: RequestPanelProps) {
  const { draft, functions, qualifiers, problems, running, heldBack, onPress, ways, ...editors } = rest;
  const functionBox = useRef<HTMLInputElement>(null);
  const qualifierBox = useRef<HTMLInputElement>(null);
  const area = useRef<EditorAreaHandle>(null);
  const [rare, setRare] = useState<{ draftId: string; name: RareOption } | null>(null);
  const [pasted, setPasted] = useState<{ functionName: string; region: string | null } | null>(null);
  const pastedRegion = pasted?.functionName === draft.functionName ? pasted.region : null;
  const notes = fieldNotes({ draft, connection, configuration, pastedRegion });
  useImperativeHandle(handleRef, () => ({
    focus(place, at) {
      if (place === 'function') functionBox.current?.focus();
      else if (place === 'qualifier') qualifierBox.current?.focus();
      else if (place === 'payload' || place === 'client-context') area.current?.focus(place, at);
      else if (place === 'editor') area.current?.focus();
      else setRare({ draftId: draft.id, name: place });
    },
    edit: (edit) => area.current?.edit(edit),
    editor: () => area.current?.editor() ?? null,
    openFile: () => area.current?.openFile(),
  }));
  return (
    <section className="request-panel" aria-label="Request">
      <div className="request-panel-form">
        <TargetRow
          {...{
            draft,
            onChange,
            functions,
            qualifiers,
            problems,
            notes,
            running,
            heldBack,
            onPress,
            ways,
          }}
          onConsoleUrl={setPasted}
          boxes={{ functionBox, qualifierBox }}
        />
        <OptionRow draft={draft} onChange={onChange} />
        <div className="request-panel-more">
          <MoreOptions
            key={draft.id}
            {...{ draft, onChange, problems, notes }}
            wanted={rare?.draftId === draft.id ? rare.name : null}
            onReached={() => setRare(null)}
          />
          {configuration && <Late part={factsLine} props={{ configuration }} />}
        </div>
      </div>
      <EditorArea {...editors} draft={draft} problems={problems} areaRef={area} />
    </section>
  );
}

const factsLine = latePart(async () => (await import('./function-facts-line.tsx')).FunctionFactsLine);

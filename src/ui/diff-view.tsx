import { useEffect, useEffectEvent, useRef, useState } from 'react';
import './diff-view.css';
import type { EditorLook } from './monaco/look.ts';
import { installMonacoEnvironment } from './monaco/environment.ts';
import type { DiffEditor, DiffEditorOptions, DiffTexts } from './monaco/diff-editor.ts';
import { useMedia } from './use-media.ts';

export interface DiffViewProps {
  texts: DiffTexts;
  /** Of the two texts, for screen readers. */
  labels: DiffTexts;
  language: DiffEditorOptions['language'];
  look: EditorLook;
}

/** Two texts beside each other, in a narrow window below each other, with what differs marked. */
export function DiffView({ texts, labels, language, look }: DiffViewProps) {
  const isNarrow = useMedia('(width < 48rem)');
  const [differences, setDifferences] = useState<number | 'failed' | null>(null);
  const { theme, fontSize, wrap } = look;
  return (
    <div className="diff-view">
      <p className="diff-view-count dim" role="status">
        {texts.left === texts.right ? 'Nothing differs.' : differenceWords(differences)}
      </p>
      <DiffHost
        key={JSON.stringify([theme, fontSize, wrap, isNarrow])}
        texts={texts}
        options={{ labels, look, language, isNarrow, onDifferences: setDifferences }}
        onFailed={() => setDifferences('failed')}
      />
    </div>
  );
}

function differenceWords(differences: number | 'failed' | null): string {
  if (differences === 'failed') return 'The code of this view did not come. Is the server still running?';
  // None in texts that differ: they are still compared.
  if (differences === null || differences === 0) return '';
  return `${differences} ${differences === 1 ? 'place differs' : 'places differ'}.`;
}

interface DiffHostProps {
  texts: DiffTexts;
  options: DiffEditorOptions;
  onFailed: () => void;
}

/** An editor is made for what it was first given; with other options it is another one. */
function DiffHost({ texts, options, onFailed }: DiffHostProps) {
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<DiffEditor | null>(null);
  const create = useEffectEvent((element: HTMLElement): Promise<DiffEditor> => {
    installMonacoEnvironment();
    return import('./monaco/diff-editor.ts').then(({ createDiffEditor }) =>
      createDiffEditor(element, options),
    );
  });
  const fail = useEffectEvent(() => onFailed());
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    let isGone = false;
    const making = create(element);
    making.then(
      (made) => !isGone && setEditor(made),
      () => fail(),
    );
    return () => {
      isGone = true;
      void making.then(
        (made) => made.dispose(),
        () => undefined,
      );
    };
  }, []);
  useEffect(() => {
    editor?.setTexts({ left: texts.left, right: texts.right });
  }, [editor, texts.left, texts.right]);
  return <div ref={host} className="diff-view-host" />;
}

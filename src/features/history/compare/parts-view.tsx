import { useState } from 'react';
import type { Run } from '../../../state/types.ts';
import { DiffView, type DiffViewProps } from '../../../ui/diff-view.tsx';
import { TabPanel, Tabs } from '../../../ui/tabs.tsx';
import { comparedText, type ComparedPart } from '../../../state/compared-texts.ts';

export interface PartsViewProps {
  left: Run;
  right: Run;
  ignored: ReadonlySet<string>;
  look: DiffViewProps['look'];
}

const parts = [
  { id: 'response', name: 'Response', language: 'json' },
  { id: 'payload', name: 'Payload', language: 'json' },
  { id: 'log', name: 'Log', language: 'plaintext' },
] as const;

/** Response, payload and log of two runs, each beside the other's; its tab says whether they differ. */
export function PartsView({ left, right, ignored, look }: PartsViewProps) {
  const [shown, setShown] = useState<ComparedPart>('response');
  const compared = parts.map((part) => ({
    ...part,
    texts: {
      left: comparedText(left, part.id, ignored),
      right: comparedText(right, part.id, ignored),
    },
  }));
  return (
    <Tabs
      label="Compared parts"
      value={shown}
      onChange={setShown}
      tabs={compared.map(({ id, name, texts }) => ({
        id,
        label: `${name} · ${texts.left === texts.right ? 'same' : 'differs'}`,
      }))}
    >
      {compared.map(({ id, name, language, texts }) => (
        <TabPanel key={id} id={id}>
          <DiffView
            texts={texts}
            labels={{ left: `${name}, left`, right: `${name}, right` }}
            language={language}
            look={look}
          />
        </TabPanel>
      ))}
    </Tabs>
  );
}

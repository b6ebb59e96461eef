import { useState } from 'react';
import { ignoredNames } from '../../documents/compare-text.ts';
import { comparedText } from '../../state/compared-texts.ts';
import type { Comparing } from '../../state/compare-store.ts';
import type { Run } from '../../state/types.ts';
import { DiffView, type DiffViewProps } from '../../ui/diff-view.tsx';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { useStore } from '../../ui/use-store.ts';
import type { ComparePort } from './compare-port.ts';
import { FactsTable } from './facts-table.tsx';
import { IgnoredPathsField } from './ignored-paths-field.tsx';
import { StructureView } from './structure-view.tsx';

export interface ComparedViewProps {
  port: ComparePort;
  comparing: Comparing;
  theme: 'dark' | 'light';
}

/** What came of both sides: facts first, then what was answered. */
export function ComparedView({ port, comparing, theme }: ComparedViewProps) {
  const { left, right } = comparing;
  const { editorFontSize: fontSize, wrapLines: wrap } = useStore(port.settings, (state) => state);
  return (
    <>
      <FactsTable comparing={comparing} />
      {left.run && right.run && (
        <Answers
          key={`${left.run.id} ${right.run.id}`}
          port={port}
          runs={{ left: left.run, right: right.run }}
          look={{ theme, fontSize, wrap }}
        />
      )}
    </>
  );
}

interface AnswersProps {
  port: ComparePort;
  runs: { left: Run; right: Run };
  look: DiffViewProps['look'];
}

const tabs = [
  { id: 'structure', label: 'Structure' },
  { id: 'response', label: 'Text' },
  { id: 'log', label: 'Log' },
] as const;

function Answers({ port, runs: { left, right }, look }: AnswersProps) {
  const [shown, setShown] = useState<(typeof tabs)[number]['id']>('structure');
  const names = ignoredNames(useStore(port.settings, (state) => state.ignoredInCompare));
  const { functionName } = left.request;
  const paths = useStore(port.ignored, ({ byFunction }) => byFunction[functionName] ?? noPaths);
  const setPaths = (next: readonly string[]): void => port.ignored.getState().actions.set(functionName, next);
  const diff = (part: 'response' | 'log', name: string) => (
    <DiffView
      texts={{ left: comparedText(left, part, names), right: comparedText(right, part, names) }}
      labels={{ left: `${name}, left`, right: `${name}, right` }}
      language={part === 'log' ? 'plaintext' : 'json'}
      look={look}
    />
  );
  return (
    <Tabs label="Compared parts" value={shown} onChange={setShown} tabs={tabs}>
      <TabPanel id="structure">
        <StructureView
          left={left}
          right={right}
          ignored={paths}
          onIgnore={(path) => setPaths([...paths, path])}
        />
        <IgnoredPathsField paths={paths} onChange={setPaths} />
      </TabPanel>
      <TabPanel id="response">{diff('response', 'Response')}</TabPanel>
      <TabPanel id="log">{diff('log', 'Log')}</TabPanel>
    </Tabs>
  );
}

const noPaths: readonly string[] = [];

import { useState } from 'react';
import type { ComparedTexts } from '../../documents/compare/compare-job.ts';
import type { ComparedPart } from '../../state/compared-texts.ts';
import type { IgnoredPathsStore } from '../../state/ignored-paths.ts';
import type { SettingsStore } from '../../state/settings-store.ts';
import type { Run } from '../../state/types.ts';
import { TabPanel, Tabs } from '../../ui/tabs.tsx';
import { useStore } from '../../ui/use-store.ts';
import './compared-parts.css';
import { IgnoredFields } from './ignored-fields.tsx';
import { StructurePart } from './structure-part.tsx';
import { TextPart } from './text-part.tsx';
import { useTexts } from './use-texts.ts';

export interface ComparedPartsProps {
  stores: { settings: SettingsStore; ignored: IgnoredPathsStore };
  left: Run;
  right: Run;
  theme: 'dark' | 'light';
  /** Both sides were sent the same, so that there is nothing to see in it. @default false */
  samePayload?: boolean;
}

const parts = [
  { id: 'response', name: 'Response' },
  { id: 'payload', name: 'Payload' },
  { id: 'log', name: 'Log' },
] as const;

/** What two runs answered, path by path and as text, what they were sent and what they logged. */
export function ComparedParts({ stores, left, right, theme, samePayload = false }: ComparedPartsProps) {
  const [shown, setShown] = useState<'structure' | ComparedPart>('structure');
  const settings = useStore(stores.settings, (state) => state);
  const { editorFontSize: fontSize, wrapLines: wrap, ignoredInCompare: names } = settings;
  const runs = { left, right, names };
  const texts: Readonly<Record<ComparedPart, ComparedTexts | null>> = {
    response: useTexts({ ...runs, part: 'response' }),
    payload: useTexts({ ...runs, part: samePayload ? null : 'payload' }),
    log: useTexts({ ...runs, part: 'log' }),
  };
  const offered = parts.filter(({ id }) => id !== 'payload' || !samePayload);
  return (
    <Tabs
      label="Compared parts"
      value={shown}
      onChange={setShown}
      tabs={[
        { id: 'structure', label: 'Structure' },
        ...offered.map(({ id, name }) => ({ id, label: `${name}${differenceWords(texts[id])}` })),
      ]}
    >
      <TabPanel id="structure">
        <StructurePart {...{ left, right }} store={stores.ignored} />
      </TabPanel>
      {offered.map((part) => (
        <TabPanel key={part.id} id={part.id}>
          <TextPart {...{ part, left, right }} compared={texts[part.id]} look={{ theme, fontSize, wrap }} />
          <IgnoredFields
            names={names}
            onChange={(ignoredInCompare) => settings.actions.set({ ignoredInCompare })}
          />
        </TabPanel>
      ))}
    </Tabs>
  );
}

function differenceWords(compared: ComparedTexts | null): string {
  if (compared === null) return '';
  return compared.isSame ? ' · same' : ' · differs';
}

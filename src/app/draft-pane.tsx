import { useId, type RefObject } from 'react';
import type { DraftTabsHandle } from '../features/drafts/draft-tabs.tsx';
import { panelId, tabId } from '../ui/tab-ids.ts';
import type { Actions } from './actions.ts';
import { Late } from '../ui/late.tsx';
import { latePart } from '../ui/late-part.ts';
import './draft-pane.css';
import { DraftStrip } from './draft-strip.tsx';
import { MiddlePane, type MiddlePaneProps } from './middle-pane.tsx';
import { wayEntries } from './way-actions.ts';

export interface DraftPaneProps extends Omit<
  MiddlePaneProps,
  'onChooseEventType' | 'onSamples' | 'onVariables' | 'ways'
> {
  actions: Actions;
  onClose: (draftId: string) => void;
  draftTabs: RefObject<DraftTabsHandle | null>;
}

/** The tabs of the drafts, and the request of the one in front. */
export function DraftPane({ actions, onClose, draftTabs, ...request }: DraftPaneProps) {
  const baseId = useId();
  const { services, draft } = request;
  return (
    <div className="draft-pane">
      <DraftStrip {...{ services, actions, onClose, baseId }} handleRef={draftTabs} />
      <div
        role="tabpanel"
        id={panelId(baseId, 'draft')}
        aria-labelledby={tabId(baseId, draft.id)}
        className="draft-pane-panel"
      >
        <Late part={presetLine} props={{ services, draft }} />
        <MiddlePane
          {...request}
          onChooseEventType={actions['event-type'].run}
          ways={wayEntries(actions)}
          onSamples={actions['sample-events'].run}
          onVariables={actions.variables.run}
        />
      </div>
    </div>
  );
}

const presetLine = latePart(async () => (await import('./preset-line-host.tsx')).PresetLineHost);

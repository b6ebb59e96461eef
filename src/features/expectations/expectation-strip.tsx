import { ChevronDown, ChevronRight, Plus } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { CheckedExpectation, Expectation } from '../../documents/expectations/expectation-types.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import type { Run } from '../../state/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { useStore } from '../../ui/use-store.ts';
import { checkRun } from './check-run.ts';
import './expectation-strip.css';
import type { ExpectationsPort } from './expectations-port.ts';
import { offersOf } from './expectation-offers.ts';
import { usePreset } from './use-preset.ts';
import { VerdictList } from './verdict-list.tsx';
import { summaryWords, verdictOfAll, verdictTones } from './verdict-words.ts';

export interface ExpectationStripProps {
  port: ExpectationsPort;
  /** It has ended. */
  run: Run;
}

/** Under the outcome of a run: which expectations of the draft's preset hold. Nothing for a draft without one. */
export function ExpectationStrip({ port, run }: ExpectationStripProps) {
  const origin = useStore(port.store, ({ origins }) => origins.get(run.draftId));
  return origin === undefined || run.outcome === 'not-sent' ? null : (
    <PresetStrip {...{ port, run, origin }} />
  );
}

function PresetStrip({ port, run, origin }: ExpectationStripProps & { origin: PresetOrigin }) {
  const preset = usePreset(port, origin);
  const checked = useChecked(preset?.expectations, run);
  const [open, setOpen] = useState(false);
  const listId = useId();
  if (preset === null || checked === null) return null;
  const Sign = open ? ChevronDown : ChevronRight;
  return (
    <div className="expectation-strip" role="group" aria-label="Expectations of the preset">
      {checked.length > 0 && (
        <Button
          size="small"
          variant="ghost"
          icon={<Sign aria-hidden="true" />}
          aria-expanded={open}
          aria-controls={listId}
          onClick={() => setOpen(!open)}
        >
          <Badge tone={verdictTones[verdictOfAll(checked)]}>
            <span data-field="expectations" data-value={verdictOfAll(checked)}>
              {summaryWords(checked)}
            </span>
          </Badge>
        </Button>
      )}
      <Menu
        trigger={
          <Button size="small" variant="ghost" icon={<Plus aria-hidden="true" />}>
            Expect
          </Button>
        }
        items={menuItems(port, run, origin)}
      />
      {checked.length > 0 && (
        <div id={listId} className="expectation-strip-list" hidden={!open}>
          <VerdictList checked={checked} />
        </div>
      )}
    </div>
  );
}

/** null until it is known. What is known of the run before stays away. */
function useChecked(
  expectations: readonly Expectation[] | undefined,
  run: Run,
): readonly CheckedExpectation[] | null {
  const [known, setKnown] = useState<{ of: Run; checked: readonly CheckedExpectation[] } | null>(null);
  useEffect(() => {
    if (expectations === undefined) return undefined;
    let wanted = true;
    void checkRun(expectations, run).then((checked) => wanted && setKnown({ of: run, checked }));
    return () => {
      wanted = false;
    };
  }, [expectations, run]);
  return known?.of === run ? known.checked : null;
}

function menuItems(port: ExpectationsPort, run: Run, origin: PresetOrigin): MenuEntry[] {
  const { show } = port.dialogs.getState().actions;
  const offers = offersOf(run).map(({ label, expectation }): MenuEntry => ({
    id: label,
    label,
    onSelect: () => show({ name: 'expectations', of: origin, add: expectation }),
  }));
  return [
    ...offers,
    'separator',
    { id: 'edit', label: 'Edit expectations…', onSelect: () => show({ name: 'expectations', of: origin }) },
    {
      id: 'stored',
      label: 'Check on stored runs…',
      onSelect: () => show({ name: 'expectation-runs', of: origin }),
    },
  ];
}

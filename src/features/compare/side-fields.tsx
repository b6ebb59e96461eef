import { useEffect, useState } from 'react';
import type { CompareTarget } from '../../state/compare-store.ts';
import type { Connection } from '../../state/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import type { ComparePort, TargetSuggestions } from './compare-port.ts';

export interface SideFieldsProps {
  name: 'Left' | 'Right';
  target: CompareTarget;
  connections: readonly Connection[];
  suggestions: ComparePort['suggestions'];
  onChange: (target: CompareTarget) => void;
}

/** Where one side goes: connection, function and qualifier. */
export function SideFields({ name, target, connections, suggestions, onChange }: SideFieldsProps) {
  const connection = connections.find(({ id }) => id === target.connectionId);
  const { functions, qualifiers } = useSuggestions(suggestions, target);
  return (
    <fieldset className="compare-side" data-hue={connection?.color}>
      <legend className="compare-side-name">
        {name}
        {connection?.production && <Badge tone="warn">production</Badge>}
      </legend>
      <Select
        label={`${name} connection`}
        value={target.connectionId}
        onChange={(connectionId) => onChange({ ...target, connectionId })}
        options={connections.map(({ id, name: label, region }) => ({
          value: id,
          label: `${label} (${region})`,
        }))}
      />
      <Combobox
        label={`${name} function`}
        mono
        value={target.functionName}
        suggestions={functions}
        onChange={(functionName) => onChange({ ...target, functionName })}
      />
      <Combobox
        label={`${name} qualifier`}
        mono
        placeholder="$LATEST"
        value={target.qualifier}
        suggestions={qualifiers}
        onChange={(qualifier) => onChange({ ...target, qualifier })}
      />
    </fieldset>
  );
}

/** What can be typed there, asked a moment after the name was typed; nothing where it may not be read. */
function useSuggestions(
  ask: ComparePort['suggestions'],
  { connectionId, functionName }: CompareTarget,
): TargetSuggestions {
  const [found, setFound] = useState<TargetSuggestions>({ functions: [], qualifiers: [] });
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void ask({ connectionId, functionName, qualifier: '' }).then((read) => isCurrent && setFound(read));
    }, askAfterMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [ask, connectionId, functionName]);
  return found;
}

const askAfterMs = 300;

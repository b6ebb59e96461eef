import { useEffect, useState } from 'react';
import type { CompareTarget } from '../../state/compare-store.ts';
import type { Connection } from '../../state/types.ts';
import { Badge } from '../../ui/badge.tsx';
import { Combobox, type Suggestion } from '../../ui/combobox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ComparePort } from './compare-port.ts';

export interface SideFieldsProps {
  name: 'Left' | 'Right';
  target: CompareTarget;
  connections: readonly Connection[];
  qualifiers: ComparePort['qualifiers'];
  onChange: (target: CompareTarget) => void;
}

/** Where one side goes: connection, function and qualifier. */
export function SideFields({ name, target, connections, qualifiers, onChange }: SideFieldsProps) {
  const connection = connections.find(({ id }) => id === target.connectionId);
  const suggestions = useQualifiers(qualifiers, target);
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
      <TextField
        label={`${name} function`}
        mono
        value={target.functionName}
        onChange={(functionName) => onChange({ ...target, functionName })}
      />
      <Combobox
        label={`${name} qualifier`}
        mono
        placeholder="$LATEST"
        value={target.qualifier}
        suggestions={suggestions}
        onChange={(qualifier) => onChange({ ...target, qualifier })}
      />
    </fieldset>
  );
}

/** What the function has, asked a moment after its name was typed; none where it may not be read. */
function useQualifiers(
  qualifiers: ComparePort['qualifiers'],
  { connectionId, functionName }: CompareTarget,
): readonly Suggestion[] {
  const [found, setFound] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void qualifiers({ connectionId, functionName, qualifier: '' }).then(
        (read) => isCurrent && setFound(read),
      );
    }, askAfterMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [qualifiers, connectionId, functionName]);
  return found;
}

const askAfterMs = 300;

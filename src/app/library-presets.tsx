import { useQuery } from '@tanstack/react-query';
import { FunctionList } from '../features/library/function-list.tsx';
import type { Connection, Draft } from '../state/types.ts';
import type { Services } from './compose.ts';
import { listState } from './list-state.ts';
import { PresetShelf } from './preset-shelf.tsx';

export interface LibraryPresetsProps {
  services: Services;
  draft: Draft;
  connection: Connection | undefined;
  /** A preset was opened or a function put into the draft: narrow windows show it then. */
  onPicked: () => void;
}

/** What there is to invoke: presets, and under them the functions of the connection. */
export function LibraryPresets({ services, draft, connection, onPicked }: LibraryPresetsProps) {
  const functions = useQuery(services.reads.functions(connection));
  return (
    <FunctionList
      functions={functions.data ?? []}
      state={listState(functions)}
      currentName={draft.functionName}
      onPick={(functionName) => {
        services.drafts.getState().actions.update(draft.id, { functionName, qualifier: '' });
        onPicked();
      }}
    >
      {(filter) => <PresetShelf services={services} filter={filter} onOpened={onPicked} />}
    </FunctionList>
  );
}

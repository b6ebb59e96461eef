import { useState, type ReactNode } from 'react';
import { Search } from 'lucide-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import './function-list.css';

export interface ListedFunction {
  name: string;
  description: string | undefined;
}

export interface FunctionListProps {
  functions: readonly ListedFunction[];
  /** Why the list is empty: it is being read, may not be read, or there is none. */
  state: 'loading' | 'ready' | { message: string };
  currentName: string;
  onPick: (name: string) => void;
  /** Stands above the functions and is filtered with them. */
  children?: (filter: string) => ReactNode;
}

/** The functions of the connection; a press puts the name into the draft. Nothing is run. */
export function FunctionList({ functions, state, currentName, onPick, children }: FunctionListProps) {
  const [filter, setFilter] = useState('');
  const shown = functions.filter((one) => one.name.toLowerCase().includes(filter.toLowerCase()));
  return (
    <div className="function-list">
      <TextField
        label="Filter presets"
        hideLabel
        type="search"
        placeholder="Filter"
        icon={<Search aria-hidden="true" />}
        value={filter}
        onChange={setFilter}
      />
      {children?.(filter)}
      <div className="function-list-head">
        <h2>Functions</h2>
        <span className="tabular">{shown.length}</span>
      </div>
      {shown.length > 0 ? (
        <ul className="function-list-rows">
          {shown.map((one) => (
            <li key={one.name}>
              <button
                type="button"
                className="function-list-row"
                aria-current={one.name === currentName}
                title={one.description}
                onClick={() => onPick(one.name)}
              >
                <span className="truncate">{one.name}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <NoFunctions state={state} filtered={functions.length > 0} />
      )}
    </div>
  );
}

function NoFunctions({ state, filtered }: { state: FunctionListProps['state']; filtered: boolean }) {
  if (filtered) return <EmptyState title="No match">No function has this in its name.</EmptyState>;
  if (state === 'loading') return <EmptyState title="Reading functions…" />;
  if (state === 'ready') {
    return (
      <EmptyState title="No functions">
        This connection has none. Type any name in the Function box.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Functions can’t be listed">
      <p>{state.message}</p>
      <p>Any name can be typed in the Function box.</p>
    </EmptyState>
  );
}

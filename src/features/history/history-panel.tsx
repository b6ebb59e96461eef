import { CircleQuestionMark, EllipsisVertical, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { RunSummary } from '../../state/history-types.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useStore } from '../../ui/use-store.ts';
import { HistoryHelp } from './history-help.tsx';
import { HistoryList, type HistoryListHandle } from './history-list.tsx';
import './history-panel.css';
import type { HistoryPort, RunDoings } from './history-port.ts';
import { NoRuns, SearchStatus } from './search-status.tsx';
import { deleteRun, runMenu } from './run-menu.tsx';
import { targetOf } from './run-words.ts';
import { type HistorySearch, useHistorySearch } from './use-history-search.ts';

export interface HistoryPanelProps {
  port: HistoryPort;
  doings: RunDoings;
}

/** Every run kept on this device, newest first, to search, open, send again, compare and name. */
export function HistoryPanel({ port, doings }: HistoryPanelProps) {
  const { phase, actions } = useStore(port.history, (state) => state);
  const favourites = useStore(port.keeper, (state) => state.favourites);
  const search = useHistorySearch(port);
  const [compared, setCompared] = useState<RunSummary | null>(null);
  const list = useRef<HistoryListHandle>(null);
  useEffect(() => void actions.loadAll(), [actions]);

  function handlePress(summary: RunSummary) {
    if (compared === null) return doings.open(summary.id);
    const [left = '', right = ''] = [compared.id, summary.id].toSorted();
    setCompared(null);
    if (left !== right) port.dialogs.getState().actions.show({ name: 'compare', left, right });
  }
  return (
    <div className="history-panel">
      <SearchBar port={port} search={search} onDown={() => list.current?.focus()} />
      {phase === 'unavailable' && (
        <p className="history-panel-notice">
          This browser keeps nothing for this page: runs are gone with the tab.
        </p>
      )}
      {compared !== null && (
        <p className="history-panel-compared" role="status">
          Choose the run to compare with {targetOf(compared)},{' '}
          {new Date(compared.startedAt).toLocaleTimeString()}.
          <Button size="small" onClick={() => setCompared(null)}>
            Cancel
          </Button>
        </p>
      )}
      <SearchStatus search={search} />
      {search.found.length === 0 ? (
        <NoRuns loading={phase === 'loading'} searched={search.text !== ''} />
      ) : (
        <HistoryList
          handleRef={list}
          runs={search.found}
          favourites={favourites}
          menu={(summary) =>
            runMenu(summary, {
              port,
              doings,
              favourite: favourites.get(summary.id),
              onCompareWithAnother: setCompared,
            })
          }
          onPress={handlePress}
          onDelete={(summary) => void deleteRun(port, summary)}
        />
      )}
    </div>
  );
}

interface SearchBarProps {
  port: HistoryPort;
  search: HistorySearch;
  onDown: () => void;
}

function SearchBar({ port, search, onDown }: SearchBarProps) {
  const [isHelpOpen, setHelpOpen] = useState(false);
  const { show } = port.dialogs.getState().actions;
  return (
    <>
      <div className="history-panel-search">
        <TextField
          label="Search history"
          hideLabel
          type="search"
          placeholder="Search, or fn:orders >1s"
          icon={<Search aria-hidden="true" />}
          value={search.text}
          onChange={search.setText}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onDown();
          }}
        />
        <IconButton
          label="What can be searched"
          icon={<CircleQuestionMark aria-hidden="true" />}
          pressed={isHelpOpen}
          onClick={() => setHelpOpen(!isHelpOpen)}
        />
        <Menu
          align="end"
          trigger={<IconButton label="History options" icon={<EllipsisVertical aria-hidden="true" />} />}
          items={[
            { id: 'limits', label: 'How much is kept …', onSelect: () => show({ name: 'limits' }) },
            { id: 'save', label: 'Back up everything …', onSelect: () => show({ name: 'save-backup' }) },
            { id: 'restore', label: 'Restore a backup …', onSelect: () => show({ name: 'restore-backup' }) },
            'separator',
            { id: 'clear', label: 'Clear history …', danger: true, onSelect: () => show({ name: 'clear' }) },
          ]}
        />
      </div>
      {isHelpOpen && <HistoryHelp onTry={search.setText} />}
    </>
  );
}

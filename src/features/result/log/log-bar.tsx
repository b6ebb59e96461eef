import { Download, WrapText } from 'lucide-react';
import type { LogTail } from '../../../core/index.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { logCsv, saveLog, saveText } from './log-export.ts';
import { classNames, countClasses, toggleClass, type LogFilter } from './log-filter.ts';
import type { LogRow } from './log-line.ts';

export interface LogBarProps {
  log: LogTail;
  rows: readonly LogRow[];
  /** What the filter leaves of them. */
  shown: readonly LogRow[];
  filter: LogFilter;
  onFilter: (filter: LogFilter) => void;
  wrap: boolean;
  onWrap: (wrap: boolean) => void;
}

/** What is shown of a log, and the ways to take it along. */
export function LogBar({ log, rows, shown, filter, onFilter, wrap, onWrap }: LogBarProps) {
  return (
    <div className="log-bar">
      <TextField
        label="Filter log"
        hideLabel
        placeholder="Filter log"
        size="small"
        type="search"
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <span className="log-bar-count dim tabular" role="status">
        {shown.length === rows.length
          ? `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`
          : `${shown.length} of ${rows.length}`}
      </span>
      <span className="log-bar-actions">
        <IconButton
          label="Wrap lines"
          size="small"
          pressed={wrap}
          icon={<WrapText aria-hidden="true" />}
          onClick={() => onWrap(!wrap)}
        />
        <CopyButton label="Copy log" text={log.text} />
        <Menu
          align="end"
          trigger={<IconButton label="Save log" size="small" icon={<Download aria-hidden="true" />} />}
          items={[
            { id: 'text', label: 'Save as text', onSelect: () => saveLog(log.text) },
            {
              id: 'csv',
              label: 'Save shown rows as CSV',
              onSelect: () => saveText(logCsv(shown), 'lambda-log.csv'),
            },
          ]}
        />
      </span>
      <LevelFilter rows={rows} filter={filter} onFilter={onFilter} />
    </div>
  );
}

/** One button for each kind of row that there is; a press takes it out and back in. */
function LevelFilter({ rows, filter, onFilter }: Pick<LogBarProps, 'rows' | 'filter' | 'onFilter'>) {
  const classes = countClasses(rows);
  if (classes.length < 2) return null;
  return (
    <div className="log-bar-levels" role="group" aria-label="Levels">
      {classes.map(([one, count]) => (
        <button
          key={one}
          type="button"
          className="log-bar-level"
          data-level={one}
          aria-pressed={!filter.hidden.has(one)}
          aria-label={`${classNames[one]}, ${count} ${count === 1 ? 'row' : 'rows'}`}
          onClick={() => onFilter(toggleClass(filter, one))}
        >
          {classNames[one]} <span className="tabular">{count}</span>
        </button>
      ))}
    </div>
  );
}

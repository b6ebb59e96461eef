import { diffLines, foldSame, type DiffLine } from '../../documents/line-diff.ts';
import { presetDifferences, type PresetDifference } from '../../documents/preset-difference.ts';
import type { Preset } from '../../documents/preset-types.ts';
import './preset-differences.css';
import { visibleText } from './visible-text.ts';

export interface PresetDifferencesProps {
  before: Preset;
  after: Preset;
  /** What the two sides are, such as `In the folder` and `In the draft`. */
  labels: readonly [before: string, after: string];
}

/** Both sides of what two presets say otherwise, member by member; texts line by line. */
export function PresetDifferences({ before, after, labels }: PresetDifferencesProps) {
  const differences = presetDifferences(before, after);
  if (differences.length === 0) return <p className="dim">Both ask for the same.</p>;
  return (
    <div className="preset-differences">
      <p className="preset-differences-key">
        <span data-kind="removed">− {labels[0]}</span>
        <span data-kind="added">+ {labels[1]}</span>
      </p>
      {differences.map((one) => (
        <section key={one.field} aria-label={`${one.label}: what differs`}>
          <h3>{one.label}</h3>
          <DifferenceLines difference={one} />
        </section>
      ))}
    </div>
  );
}

/** More lines are not drawn here. */
const mostLines = 400;
const mostCharacters = 400_000;

function DifferenceLines({ difference }: { difference: PresetDifference }) {
  const { before, after } = difference;
  if (before.length + after.length > mostCharacters) {
    return (
      <p className="dim">
        Too large to compare here: {before.length} and {after.length} characters.
      </p>
    );
  }
  const lines = foldSame(diffLines(before, after));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls, so the keyboard must reach it.
    <pre className="preset-differences-lines" tabIndex={0}>
      {lines.slice(0, mostLines).map((line, index) => (
        <Line key={index} line={line} />
      ))}
      {lines.length > mostLines && <span className="dim">… {lines.length - mostLines} more lines</span>}
    </pre>
  );
}

function Line({ line }: { line: DiffLine | { folded: number } }) {
  if ('folded' in line) return <span className="dim">⋯ {line.folded} lines are the same</span>;
  const { kind, text } = line;
  const sign = kind === 'same' ? ' ' : kind === 'added' ? '+' : '−';
  return (
    <span data-kind={kind}>
      {sign} {text.slice(0, 2000).split('\t').map(visibleText).join('\t')}
    </span>
  );
}

import { mostShown, type ComparedTexts } from '../../documents/compare/compare-job.ts';
import { responseBytes, type ComparedPart } from '../../state/compared-texts.ts';
import type { Run } from '../../state/types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { DiffView, type DiffViewProps } from '../../ui/diff-view.tsx';
import { saveBytes } from '../../ui/save-bytes.ts';
import { structureObstacle } from './structure-obstacle.ts';

export interface TextPartProps {
  part: { id: ComparedPart; name: string };
  left: Run;
  right: Run;
  /** null while they are made. */
  compared: ComparedTexts | null;
  look: DiffViewProps['look'];
}

/** One part of two runs, laid beside each other with what differs marked. */
export function TextPart({ part: { id, name }, left, right, compared, look }: TextPartProps) {
  if (compared === null)
    return (
      <p className="dim" role="status">
        Comparing…
      </p>
    );
  if (compared.texts === null) return <TooLarge {...{ id, name, left, right }} isSame={compared.isSame} />;
  return (
    <DiffView
      texts={compared.texts}
      labels={{ left: `${name}, left`, right: `${name}, right` }}
      language={id === 'log' ? 'plaintext' : 'json'}
      look={look}
    />
  );
}

interface TooLargeProps {
  id: ComparedPart;
  name: string;
  left: Run;
  right: Run;
  isSame: boolean;
}

function TooLarge({ id, name, left, right, isSame }: TooLargeProps) {
  const save = (side: 'left' | 'right', run: Run): void =>
    saveBytes(id === 'payload' ? run.request.payload.bytes : responseBytes(run), `${id}-${side}.json`);
  return (
    <Callout
      tone="neutral"
      title={
        isSame
          ? `${name}: nothing differs but for what is ignored.`
          : `${name}: both differ, and are too large to be marked side by side.`
      }
      actions={
        <>
          <Button size="small" onClick={() => save('left', left)}>
            Save left
          </Button>
          <Button size="small" onClick={() => save('right', right)}>
            Save right
          </Button>
        </>
      }
    >
      A side has more than {mostShown.characters.toLocaleString()} characters or{' '}
      {mostShown.lines.toLocaleString()} lines, one for each value.
      {id === 'response' &&
        structureObstacle(left, right) === null &&
        ' Structure lists what differs, path by path.'}
    </Callout>
  );
}

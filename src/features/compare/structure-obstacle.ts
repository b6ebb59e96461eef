import { responseBytes } from '../../state/compared-texts.ts';
import type { Run } from '../../state/types.ts';

/** Lambda answers with 6 MB at most, a stream with more. Reading twice as much takes a gigabyte. */
const mostBytes = 12_000_000;

/** Why two responses can't be compared by their structure; null: they can. */
export function structureObstacle(left: Run, right: Run): string | null {
  return obstacleOf('left', left) ?? obstacleOf('right', right);
}

function obstacleOf(side: 'left' | 'right', run: Run): string | null {
  const { response } = run.omitted;
  if (response)
    return `The ${side} response was too large to be kept (${response.sizeBytes.toLocaleString()} bytes), so there is nothing to compare.`;
  const { length } = responseBytes(run);
  return length > mostBytes
    ? `The ${side} response has ${length.toLocaleString()} bytes, too many to be compared by structure. Response says whether both texts are the same.`
    : null;
}

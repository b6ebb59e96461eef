import type { IgnoredPathsStore } from '../../state/ignored-paths.ts';
import type { Run } from '../../state/types.ts';
import { useStore } from '../../ui/use-store.ts';
import { IgnoredPathsField } from './ignored-paths-field.tsx';
import { structureObstacle } from './structure-obstacle.ts';
import { StructureView } from './structure-view.tsx';

export interface StructurePartProps {
  left: Run;
  right: Run;
  store: IgnoredPathsStore;
}

/** What differs between two responses, and the paths of their functions whose values may differ. */
export function StructurePart({ left, right, store }: StructurePartProps) {
  const byFunction = useStore(store, (state) => state.byFunction);
  const obstacle = structureObstacle(left, right);
  if (obstacle !== null)
    return (
      <p className="compared-structure dim" role="status">
        {obstacle}
      </p>
    );
  const functions = [...new Set([left.request.functionName, right.request.functionName])];
  const paths = [...new Set(functions.flatMap((name) => byFunction[name] ?? []))];
  const setPaths = (next: readonly string[]): void => {
    for (const name of functions) store.getState().actions.set(name, next);
  };
  return (
    <>
      <StructureView {...{ left, right }} ignored={paths} onIgnore={(path) => setPaths([...paths, path])} />
      <IgnoredPathsField paths={paths} onChange={setPaths} />
    </>
  );
}

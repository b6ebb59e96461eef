import type { ComparePort } from '../features/compare/compare-port.ts';
import { createCompareStore, type CompareTarget, type SideOrder } from '../state/compare-store.ts';
import { confirmed } from '../state/confirmation.ts';
import { toRunRequest } from '../state/draft.ts';
import { createIgnoredPaths } from '../state/ignored-paths.ts';
import type { RunCommand } from '../state/run-types.ts';
import { guardedStorage } from '../state/text-storage.ts';
import type { Connection, Draft } from '../state/types.ts';
import type { Services } from './compose.ts';
import { expandedDraft } from './late-variables.ts';
import { payloadObstacle } from './payload-obstacle.ts';

/** Comparing two targets, wired to what the page works with. */
export function comparePort(services: Services): ComparePort {
  const { runs, settings, connections, reads, queries } = services;
  const store = createCompareStore({
    service: runs.service,
    monotonicMs: () => performance.now(),
    randomUUID: () => crypto.randomUUID(),
    confirm: (command) => mayBeSent(services, command),
  });
  const connectionOf = (target: CompareTarget): Connection | undefined =>
    connections.getState().connections.find(({ id }) => id === target.connectionId);
  return {
    store,
    ignored: createIgnoredPaths(guardedStorage(() => window.localStorage)),
    settings,
    connections,
    async start(draft, { left, right, together }) {
      const obstacle = await payloadObstacle(services, draft);
      if (obstacle !== null) return obstacle;
      const sent = expandedDraft(draft);
      if (typeof sent === 'string') return sent;
      const [leftSide, rightSide] = [
        sideOrder(sent, left, connectionOf(left)),
        sideOrder(sent, right, connectionOf(right)),
      ];
      if (!leftSide || !rightSide) return 'Each side needs a connection that is still there.';
      store.getState().actions.start({ draftId: draft.id, left: leftSide, right: rightSide, together });
      return null;
    },
    async qualifiers(target) {
      const { functionName } = target;
      if (functionName.trim() === '') return [];
      // Who may not read them types them.
      return queries.fetchQuery(reads.qualifiers(connectionOf(target), functionName)).catch(() => []);
    },
  };
}

function sideOrder(
  draft: Draft,
  target: CompareTarget,
  connection: Connection | undefined,
): SideOrder | null {
  if (connection === undefined) return null;
  const { functionName, qualifier } = target;
  return { target, connection, request: { ...toRunRequest(draft, connection), functionName, qualifier } };
}

/** Where the guards can't be had, the run service has none either, and refuses in words. */
async function mayBeSent({ safety }: Services, command: RunCommand): Promise<boolean> {
  if (command.connection.kind === 'local') return true;
  try {
    return await confirmed((await safety()).question, command);
  } catch {
    return true;
  }
}

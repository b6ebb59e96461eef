import type { ComparePort } from '../features/compare/compare-port.ts';
import { createCompareStore, type CompareTarget, type SideOrder } from '../state/compare-store.ts';
import { confirmed } from '../state/confirmation.ts';
import type { HeldBackStore } from '../state/held-back.ts';
import { toRunRequest } from '../state/draft.ts';
import { earlierFunctions, earlierQualifiers } from '../state/earlier-targets.ts';
import type { RunCommand } from '../state/run-types.ts';
import type { Connection, Draft } from '../state/types.ts';
import type { Services } from './compose.ts';
import { ignoredPaths } from './ignored-paths.ts';
import { expandedDraft } from './late-variables.ts';
import { payloadObstacle } from './payload-obstacle.ts';
import { tellSeriesOver } from './series-notification.ts';
import { functionSuggestions, qualifierSuggestions } from './target-suggestions.ts';

/** Comparing two targets, wired to what the page works with. */
export function comparePort(services: Services, heldBack: HeldBackStore): ComparePort {
  const { runs, settings, connections, reads, queries, history } = services;
  const store = createCompareStore({
    service: runs.service,
    monotonicMs: () => performance.now(),
    randomUUID: () => crypto.randomUUID(),
    confirm: (command) => mayBeSent(services, command),
    onOver: (progress) => progress.ended > 0 && tellSeriesOver(services, progress),
  });
  const connectionOf = (target: CompareTarget): Connection | undefined =>
    connections.getState().connections.find(({ id }) => id === target.connectionId);
  return {
    store,
    ignored: ignoredPaths,
    settings,
    connections,
    async start(draft, { left, right, together }) {
      const obstacle = await payloadObstacle(services, draft);
      if (obstacle !== null) return obstacle;
      const sent = expandedDraft(draft);
      if (typeof sent === 'string') {
        heldBack.setState({ isHeld: true, values: undefined });
        return `Nothing was sent. ${sent}`;
      }
      const [leftSide, rightSide] = [
        sideOrder(sent, left, connectionOf(left)),
        sideOrder(sent, right, connectionOf(right)),
      ];
      if (!leftSide || !rightSide) return 'Each side needs a connection that is still there.';
      store.getState().actions.start({ draftId: draft.id, left: leftSide, right: rightSide, together });
      return null;
    },
    suggestions: async (target) => {
      const connection = connectionOf(target);
      const name = target.functionName.trim();
      const [ofConnection, ofFunction] = [reads.functions(connection), reads.qualifiers(connection, name)];
      // Who may not read them types them.
      const [functions, listed] = await Promise.all([
        ofConnection.enabled === true ? queries.fetchQuery(ofConnection).catch(() => []) : [],
        ofFunction.enabled === true ? queries.fetchQuery(ofFunction).catch(() => []) : [],
      ]);
      const { summaries } = history.getState();
      return {
        functions: functionSuggestions(functions, earlierFunctions(summaries)),
        qualifiers: qualifierSuggestions(listed, earlierQualifiers(summaries, name)),
      };
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

import type { MeasurePort } from '../features/measure/measure-port.ts';
import { toRunRequest } from '../state/draft.ts';
import { createMeasureStore } from '../state/measure-store.ts';
import { createPriceStore } from '../state/price-store.ts';
import type { SeriesBoard } from '../state/series-board.ts';
import { guardedStorage } from '../state/text-storage.ts';
import type { Services } from './compose.ts';
import { payloadObstacle } from './payload-obstacle.ts';

/** Measuring, wired to what the page works with. */
export function measurePort(services: Services, board: SeriesBoard): MeasurePort {
  const store = createMeasureStore({
    board,
    monotonicMs: () => performance.now(),
    onFrame: (callback) => void requestAnimationFrame(callback),
  });
  return {
    store,
    prices: createPriceStore(guardedStorage(() => window.localStorage)),
    async start(draft, connection, plan) {
      if (connection === undefined) return 'There is no connection to send to.';
      const obstacle = await payloadObstacle(services, draft);
      if (obstacle !== null) return obstacle;
      const request = { ...toRunRequest(draft, connection), tailLog: plan.tailLog };
      const started = await store.getState().actions.start({
        mark: { id: crypto.randomUUID(), runs: plan.runs, ofDraft: draft.id },
        plan,
        item: () => ({ request, connection }),
        target: {
          functionName: request.functionName,
          qualifier: request.qualifier,
          invocationType: request.invocationType,
          connectionName: connection.name,
          region: connection.region,
          concurrency: plan.concurrency,
          startedAt: new Date().toISOString(),
        },
      });
      // What holds it back is shown over the window.
      return started === 'busy' ? 'Another series of runs is under way. Wait for its end, or stop it.' : null;
    },
    stop: board.stop,
    abandon: board.abandon,
  };
}

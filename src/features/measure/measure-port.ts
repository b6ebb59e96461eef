import type { MeasurePlan, MeasureStore } from '../../state/measure-store.ts';
import type { PriceStore } from '../../state/price-store.ts';
import type { Connection, Draft } from '../../state/types.ts';

/** What the measuring window works with. */
export interface MeasurePort {
  store: MeasureStore;
  prices: PriceStore;
  /** Asks what has to be asked, and starts. Gives the reason when it can't. */
  start: (draft: Draft, connection: Connection | undefined, plan: MeasurePlan) => Promise<string | null>;
  /** Starts nothing more, and waits for what was sent. */
  stop: () => void;
  /** Waits for nothing more. */
  abandon: () => void;
}

import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits `{ "ms": 1000 }` before it answers. More than its time-out of three seconds shows what Lambda does
 * to a function that takes too long; the log says how much time was left at each step.
 */
export const handler = async (event, context) => {
  const endsAt = Date.now() + (event?.ms ?? 1000);
  while (Date.now() < endsAt) {
    console.log('time left', context.getRemainingTimeInMillis());
    await sleep(Math.min(500, Math.max(1, endsAt - Date.now())));
  }
  return { waitedMs: event?.ms ?? 1000 };
};

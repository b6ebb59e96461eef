import { maxLearnedBytes } from '../documents/learned/learned-types.ts';
import { learnedName } from '../state/learned-store.ts';
import { whenIdle } from '../ui/when-idle.ts';

export interface Lessons {
  /** A payload that its function took; UTF-8. */
  add: (functionName: string, payload: Uint8Array) => void;
  /** What waits to teach is forgotten too. null: of all functions. */
  drop: (functionName: string | null) => void;
}

/** While runs follow each other, a lesson waits for this many looks, a second apart. */
const looksAtMost = 10;
const lookEachMs = 1_000;

/**
 * Payloads wait until no more come, and teach together: each lesson is a transaction and a schema that the editor reads
 * anew. Beyond one lesson's measure they are left out: runs in a row are much alike.
 */
export function createLessons(
  teach: (functionName: string, payloads: readonly string[]) => Promise<void>,
  later = inAWhile,
): Lessons {
  const waiting = new Map<string, { payloads: Uint8Array[]; bytes: number }>();
  let looks = 0;
  let hasMore = false;
  const look = (): void => {
    looks += 1;
    if (!hasMore || looks >= looksAtMost) return give();
    hasMore = false;
    later(look);
  };
  const give = (): void => {
    looks = 0;
    for (const [name, { payloads }] of waiting)
      void teach(
        name,
        payloads.map((payload) => new TextDecoder().decode(payload)),
      );
    waiting.clear();
  };
  return {
    add(functionName, payload) {
      hasMore = waiting.size > 0;
      if (!hasMore) later(look);
      const name = learnedName(functionName);
      const lesson = waiting.get(name) ?? { payloads: [], bytes: 0 };
      waiting.set(name, lesson);
      if (lesson.bytes + payload.length > maxLearnedBytes) return;
      lesson.payloads.push(payload);
      lesson.bytes += payload.length;
    },
    drop(functionName) {
      if (functionName === null) waiting.clear();
      else waiting.delete(learnedName(functionName));
    },
  };
}

function inAWhile(callback: () => void): void {
  setTimeout(() => whenIdle(callback), lookEachMs);
}

import type { Send } from './clients/target.ts';

/** Milliseconds of one size: the median of bare fetch, and for each client the median of what it took on top. */
export interface Measured {
  size: string;
  rounds: number;
  bareMs: number;
  overBareMs: Record<string, number>;
}

type Size = (typeof sizes)[number];

const sizes = [
  { size: '1 KB', bytes: 1_000, rounds: 400 },
  { size: '100 KB', bytes: 100_000, rounds: 150 },
  { size: '1 MB', bytes: 1_000_000, rounds: 60 },
  { size: '6 MB', bytes: 6_000_000, rounds: 25 },
];

/** Runs the clients in turn, in an order that is drawn for each round: what slows the machine slows all of them. */
async function measure(clients: Map<string, Send>, { size, bytes, rounds }: Size): Promise<Measured> {
  const payload = makePayload(bytes);
  const times = new Map([...clients.keys()].map((name) => [name, [] as number[]]));
  const warmUp = Math.ceil(rounds / 5);
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, send] of shuffled([...clients])) {
      const started = performance.now();
      await send(payload);
      const took = performance.now() - started;
      if (round >= 0) times.get(name)?.push(took);
    }
  }
  const bare = times.get('bare fetch') ?? [];
  const overBare = [...times]
    .slice(1)
    .map(([name, own]) => [name, median(own.map((took, round) => took - (bare[round] ?? 0)))]);
  return {
    size,
    rounds,
    bareMs: median(bare),
    overBareMs: Object.fromEntries(overBare) as Record<string, number>,
  };
}

/** Flat JSON text, as an editor would hand it over. */
function makePayload(bytes: number): string {
  const record = {
    id: 12345,
    name: 'example',
    active: true,
    tags: ['a', 'b'],
    note: 'some text of a usual length',
  };
  const count = Math.ceil(bytes / (JSON.stringify(record).length + 1));
  return JSON.stringify({ records: Array<object>(count).fill(record) }).slice(0, bytes);
}

function shuffled<T>(values: readonly T[]): T[] {
  const drawn = values.map((value) => ({ value, at: Math.random() }));
  return drawn.toSorted((a, b) => a.at - b.at).map(({ value }) => value);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return ((sorted[middle] ?? NaN) + (sorted[(sorted.length - 1) >> 1] ?? NaN)) / 2;
}

async function run(): Promise<void> {
  const clients = globalThis.benchedClients ?? new Map<string, Send>();
  for (const size of sizes) {
    const measured = await measure(clients, size);
    await fetch('/measured', { method: 'POST', body: JSON.stringify(measured) });
  }
  await fetch('/done', { method: 'POST' });
}

run().catch((error: unknown) => fetch('/failed', { method: 'POST', body: String(error) }));

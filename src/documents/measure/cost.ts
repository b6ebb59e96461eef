/** US dollars, or whatever currency the person's price list has. */
export interface Prices {
  /** For one million requests. */
  perMillionRequests: number;
  /** For one GB-second of each architecture. */
  perGbSecond: Readonly<Record<Architecture, number>>;
}

export type Architecture = 'x86_64' | 'arm64';

export const architectures: readonly Architecture[] = ['x86_64', 'arm64'];

/** US East (N. Virginia), first tier, as others quote AWS's list: the list itself was not read. */
export const defaultPrices: Prices = {
  perMillionRequests: 0.2,
  perGbSecond: { x86_64: 0.0000166667, arm64: 0.0000133334 },
};

/** Where the default prices come from, and where the true ones stand. */
export const priceSource =
  'as widely quoted for US East (N. Virginia), first tier. They were not taken from AWS itself: aws.amazon.com/lambda/pricing has those of today and of your region';

/** Sizes that people choose between; Lambda takes any from 128 to 10,240 MB. */
const memorySizes: readonly number[] = [128, 256, 512, 1_024, 1_769, 2_048, 3_008, 4_096, 10_240];

export interface CostedSize {
  memoryMB: number;
  /** Whether runs of this size were measured; else it is what it would cost if it took as long. */
  isMeasured: boolean;
  billedMs: number;
  perMillion: Readonly<Record<Architecture, number>>;
}

/** What a million runs cost at each size, without free tier, ephemeral storage or provisioned concurrency. */
export function costs(
  measured: readonly { memoryMB: number; meanBilledMs: number; runs: number }[],
  prices: Prices,
): CostedSize[] {
  const usual = measured.toSorted((a, b) => b.runs - a.runs)[0];
  if (usual === undefined) return [];
  const known = new Map(measured.map(({ memoryMB, meanBilledMs }) => [memoryMB, meanBilledMs]));
  const sizes = [...new Set([...memorySizes, ...known.keys()])].toSorted((a, b) => a - b);
  return sizes.map((memoryMB) => {
    const billedMs = known.get(memoryMB) ?? usual.meanBilledMs;
    return {
      memoryMB,
      isMeasured: known.has(memoryMB),
      billedMs,
      perMillion: {
        x86_64: costPerMillion({ memoryMB, billedMs }, prices, 'x86_64'),
        arm64: costPerMillion({ memoryMB, billedMs }, prices, 'arm64'),
      },
    };
  });
}

function costPerMillion(
  { memoryMB, billedMs }: { memoryMB: number; billedMs: number },
  prices: Prices,
  architecture: Architecture,
): number {
  const gbSeconds = (memoryMB / 1_024) * (billedMs / 1_000) * 1_000_000;
  return prices.perMillionRequests + gbSeconds * prices.perGbSecond[architecture];
}

/**
 * The console of each AWS partition, by how the names of its regions begin; the last row is the partition `aws`. That
 * of the European Sovereign Cloud is as its users write it. A host that is not published has no row, and is never
 * made up.
 */
const partitions: readonly (readonly [prefix: string, host: string])[] = [
  ['cn-', 'console.amazonaws.cn'],
  ['us-gov-', 'console.amazonaws-us-gov.com'],
  ['eusc-', 'console.amazonaws-eusc.eu'],
  ['', 'console.aws.amazon.com'],
];

/** Consoles of partitions beyond the public internet are not published for every one of them: none is linked. */
const unpublished = /^(?:us|eu)-iso/;

/** Host of the console for a region; undefined where it is not publicly known. */
export function consoleHost(region: string): string | undefined {
  if (!/^[a-z]{2,4}(?:-[a-z]+)+-\d+$/.test(region) || unpublished.test(region)) return undefined;
  const host = partitions.find(([prefix]) => region.startsWith(prefix))?.[1];
  return host && `${region}.${host}`;
}

/** Whether a console of any partition is at that host, whatever account and region stand before its name. */
export function isConsoleHost(host: string): boolean {
  return partitions.some(([, known]) => host === known);
}

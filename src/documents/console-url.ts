/** What the address of a function in the AWS console names. */
export interface ConsoleFunctionUrl {
  functionName: string;
  /** A version or an alias; empty for the function itself. */
  qualifier: string;
  region: string | null;
  /** Of a console that several accounts are signed in to. */
  accountId: string | null;
}

/**
 * Reads the address bar of the AWS console on a function's page, on any of its tabs and in any partition; null for
 * every other text. The forms that were seen:
 * `https://eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/NAME/aliases/live?tab=code`,
 * `…#/functions/NAME/versions/3`, `…#/functions/NAME?qualifier=3`, and with `123456789012-abcd.` before the region.
 */
export function parseConsoleUrl(text: string): ConsoleFunctionUrl | null {
  const trimmed = text.trim();
  if (!/^https:\/\//i.test(trimmed) || !URL.canParse(trimmed)) return null;
  const url = new URL(trimmed);
  const host = hostPattern.exec(url.hostname)?.groups;
  if (!host || !/^\/lambda(?:\/|$)/.test(url.pathname)) return null;
  const [path = '', query = ''] = url.hash.slice(1).split('?', 2);
  const [place, name, kind, member] = path.split('/').slice(1).map(decoded);
  if (place !== 'functions' || !name) return null;
  return {
    functionName: name,
    qualifier: qualifierIn(kind, member) ?? new URLSearchParams(query).get('qualifier') ?? '',
    region: url.searchParams.get('region') ?? host['region'] ?? null,
    accountId: host['account'] ?? null,
  };
}

const hostPattern =
  /^(?:(?<account>\d{12})-[a-z0-9]+\.)?(?:(?<region>[a-z]{2}(?:-[a-z]+)+-\d)\.)?console\.(?:aws\.amazon\.com|amazonaws-us-gov\.com|amazonaws\.cn|aws\.eu)$/;

function qualifierIn(kind: string | undefined, member: string | undefined): string | undefined {
  return (kind === 'versions' || kind === 'aliases') && member ? member : undefined;
}

/** `%24LATEST`; what is no escape stays as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

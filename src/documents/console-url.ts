import { isConsoleHost } from './console-hosts.ts';

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
  const url = lambdaConsole(text.trim());
  const named = url && functionIn(url.hash);
  if (!url || !named) return null;
  const { region, account } = hostPattern.exec(url.hostname)?.groups ?? {};
  return {
    ...named,
    region: url.searchParams.get('region') ?? region ?? null,
    accountId: account ?? null,
  };
}

function lambdaConsole(text: string): URL | null {
  if (!/^https:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  const { host = '' } = hostPattern.exec(url.hostname)?.groups ?? {};
  return isConsoleHost(host) && /^\/lambda(?:\/|$)/.test(url.pathname) ? url : null;
}

/** What stands behind the `#`. */
function functionIn(hash: string): Pick<ConsoleFunctionUrl, 'functionName' | 'qualifier'> | null {
  const [path = '', query = ''] = hash.slice(1).split('?', 2);
  const [place, name, kind, member] = path.split('/').slice(1).map(decoded);
  if (place !== 'functions' || !name) return null;
  const qualifier = qualifierIn(kind, member) ?? new URLSearchParams(query).get('qualifier') ?? '';
  return { functionName: name, qualifier };
}

const hostPattern =
  /^(?:(?<account>\d{12})-[a-z0-9]+\.)?(?:(?<region>[a-z]{2,4}(?:-[a-z]+)+-\d+)\.)?(?<host>console\..+)$/;

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

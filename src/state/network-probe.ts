/** The one thing a probe sends: `GET /` at the endpoint's origin, without credentials, body or headers. */
export type ProbePort = (
  url: string,
  init: { mode: 'no-cors' | 'cors'; signal: AbortSignal },
) => Promise<unknown>;

export interface EnvironmentPorts {
  probe: ProbePort;
  pageOrigin: string;
  isOnline: () => boolean;
  /** Asks for the state of a permission; rejects where the browser does not know it. */
  permission: (name: string) => Promise<string>;
  /** Origins to which the page's own policy barred a request since then, in epoch milliseconds. */
  barredSince: (sinceMs: number) => ReadonlySet<string>;
}

/** How long an endpoint may take to answer a probe, in milliseconds. */
const probeMs = 5_000;

/** Whether anything at all answers there. It never touches the path of the API, so nothing can run by it. */
export async function canReach(
  probe: ProbePort,
  endpoint: string,
  mode: 'no-cors' | 'cors',
): Promise<boolean> {
  try {
    await probe(`${new URL(endpoint).origin}/`, { mode, signal: AbortSignal.timeout(probeMs) });
    return true;
  } catch {
    return false;
  }
}

/** Chromium's permission for pages of other networks, whose name changed with version 145. A page on loopback needs none. */
export async function localNetworkState({
  permission,
  pageOrigin,
}: Pick<EnvironmentPorts, 'permission' | 'pageOrigin'>): Promise<
  'granted' | 'denied' | 'prompt' | undefined
> {
  if (/^https?:\/\/(?:127\.|localhost[:/]|localhost$|\[::1\])/.test(pageOrigin)) return undefined;
  for (const name of ['loopback-network', 'local-network-access']) {
    const state = await permission(name).catch(() => undefined);
    if (state === 'granted' || state === 'denied' || state === 'prompt') return state;
  }
  return undefined;
}

interface Barred {
  origin: string;
  atMs: number;
}

/** Remembers to where the page's own policy barred a request: fetch tells no more than that it failed. */
export function watchBarredOrigins(): (sinceMs: number) => ReadonlySet<string> {
  const barred: Barred[] = [];
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    if (URL.canParse(blockedURI)) barred.push({ origin: new URL(blockedURI).origin, atMs: Date.now() });
    if (barred.length > 50) barred.shift();
  });
  return (sinceMs) => new Set(barred.filter(({ atMs }) => atMs >= sinceMs).map(({ origin }) => origin));
}

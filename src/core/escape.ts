/** Every byte outside A-Z a-z 0-9 - . _ ~ becomes %XX, also : / $ which encodeURI would leave. */
export function escapeLabel(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function serializeQuery(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([key, value]) => `${escapeLabel(key)}=${escapeLabel(value)}`).join('&');
}

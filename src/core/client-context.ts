/** The longest X-Amz-Client-Context, in characters of base64. */
export const clientContextLimit = 3583;

/**
 * Base64 of the UTF-8 bytes of a client context document, as the X-Amz-Client-Context header carries it. The text
 * is neither parsed nor changed. The API takes at most 3,583 characters of the result (2,685 bytes of JSON);
 * `invoke` refuses longer ones. Functions read it as `context.clientContext`: client, custom, env.
 */
export function encodeClientContext(json: string): string {
  return btoa(Array.from(new TextEncoder().encode(json), (byte) => String.fromCharCode(byte)).join(''));
}

import type { IncomingMessage, ServerResponse } from 'node:http';

/** A part of the page's port with methods and an answer of its own. Only the page's `fetch` gets through to it. */
export interface PageRoute {
  /** The path itself and everything below it. */
  prefix: string;
  methods: readonly string[];
  /** The security headers are set already. `path` is undecoded and without the query; `request.url` has all of it. */
  answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
}

export function routeOf(routes: readonly PageRoute[], path: string): PageRoute | undefined {
  return routes.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
}

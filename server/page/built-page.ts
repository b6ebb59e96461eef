import { readStaticFiles } from './static-files.ts';
import type { PageContent } from './page-server.ts';

/** The page as `npm run build` left it, held in memory so that a later build cannot mix with it. */
export function builtPage(folder: string): PageContent {
  const files = new Map(readStaticFiles(folder));
  const html = withoutMetaPolicy(files.get('/index.html')?.body.toString('utf8') ?? '');
  files.delete('/index.html');
  return {
    document: () => Promise.resolve(html),
    serve: (_request, response, path) => {
      const file = files.get(path);
      if (!file) return false;
      response.setHeader('Content-Type', file.contentType);
      response.setHeader('Cache-Control', file.cacheControl);
      response.setHeader('Content-Length', file.body.byteLength);
      response.end(file.body);
      return true;
    },
  };
}

/**
 * A `<meta>` policy and a header would both hold, so an origin that only the header admits would stay
 * barred. Here the header is the one policy.
 */
function withoutMetaPolicy(html: string): string {
  const meta = /<meta http-equiv="Content-Security-Policy" content="[^"]*">\s*/;
  if (!meta.test(html))
    throw new Error('The built page carries no Content-Security-Policy: run npm run build again.');
  return html.replace(meta, '');
}

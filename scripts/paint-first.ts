import type { Plugin } from 'vite';

/** Lets the built page paint its outline before its code takes a connection or the main thread from it. */
export function paintFirst(): Plugin {
  return {
    name: 'paint-first',
    apply: 'build',
    transformIndexHtml: { order: 'post', handler: stylesFirst },
  };
}

/**
 * Puts the style sheet before the scripts of the built page, as a browser has six connections to a host, and
 * public/start.js in the place of the module script. The modules are fetched and compiled beside it all the same.
 */
export function stylesFirst(html: string): string {
  const [styles] = /\s*<link rel="stylesheet"[^>]*>/.exec(html) ?? [];
  const [script, main] = /<script type="module"[^>]* src="([^"]+)"><\/script>/.exec(html) ?? [];
  if (styles === undefined || script === undefined || main === undefined)
    throw new Error('The built page has another form: it has no style sheet or no module script.');
  const start = `<script defer src="./start.js" data-main="${main}"></script>`;
  const preload = `<link rel="modulepreload" crossorigin href="${main}">`;
  return html.replace(styles, '').replace(script, `${styles.trimStart()}\n    ${start}\n    ${preload}`);
}

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
 * Puts the style sheets before the scripts of the built page, as a browser has six connections to a host, and
 * public/start.js in the place of the module script. The modules are fetched and compiled beside it all the same.
 */
export function stylesFirst(html: string): string {
  const styles = html.match(/<link rel="stylesheet"[^>]*>/g);
  const [script, main] = /<script type="module"[^>]* src="([^"]+)"><\/script>/.exec(html) ?? [];
  if (styles === null || script === undefined || main === undefined)
    throw new Error('The built page has another form: it has no style sheet or no module script.');
  const start = `<script defer src="./start.js" data-main="${main}"></script>`;
  const preload = `<link rel="modulepreload" crossorigin href="${main}">`;
  return styles
    .reduce((rest, sheet) => rest.replace(sheet, ''), html)
    .replace(script, [...styles, start, preload].join('\n    '));
}

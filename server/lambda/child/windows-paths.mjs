/**
 * RIC imports handlers by their path, and on Windows `import('C:\\...')` is refused: a drive's letter looks like
 * the scheme of a URL. This hook, registered there alone, makes a file URL of such a path.
 */
export async function resolve(specifier, context, nextResolve) {
  const isPath = /^[A-Za-z]:[\\/]/.test(specifier);
  return nextResolve(isPath ? encodeURI(`file:///${specifier.replaceAll('\\', '/')}`) : specifier, context);
}

// @ts-check

/** Ends the program with one clear line where Node is too old; runs on any Node that knows modules. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Invoke Console needs Node 20.19 or newer; this is Node ${process.versions.node}.\n`);
  process.exit(1);
}

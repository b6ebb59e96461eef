import { fileURLToPath } from 'node:url';

/** The first file of every execution environment; the bundle carries the folder beside itself. */
export const bootstrapFile = fileURLToPath(new URL('./child/bootstrap.mjs', import.meta.url));

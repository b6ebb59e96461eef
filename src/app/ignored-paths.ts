import { createIgnoredPaths } from '../state/ignored-paths.ts';
import { guardedStorage } from '../state/text-storage.ts';

/** One for every window that compares answers. */
export const ignoredPaths = createIgnoredPaths(guardedStorage(() => window.localStorage));

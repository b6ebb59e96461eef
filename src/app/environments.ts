import { createEnvironments } from '../state/environments.ts';
import { guardedStorage } from '../state/text-storage.ts';

/** Made when it is first asked for, with late code; its secrets live as long as the page. */
export const environments = createEnvironments(guardedStorage(() => window.localStorage));

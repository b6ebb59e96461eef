import { mutationOptions } from '@tanstack/react-query';
import type { RunCommand, RunService } from './run-types.ts';

export const invokeMutationKey = ['invoke'] as const;

/**
 * One press is one run: the mutation never waits for a network to send later (`networkMode: 'always'`), never
 * repeats, and is not cancelled by the cache (the run service aborts). Its data is the run as it ended, and is not
 * cached: the run store and the history hold it.
 */
export function invokeMutation(service: RunService) {
  return mutationOptions({
    mutationKey: invokeMutationKey,
    networkMode: 'always',
    retry: 0,
    gcTime: 0,
    mutationFn: (command: RunCommand) => service.start(command).done,
  });
}

/** The only door of the invoke core. */
export type * from './types.ts';

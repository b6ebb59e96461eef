/** A part of the page did not come when it was asked for. */
export const notLoaded = {
  title: 'This part of the console can’t be loaded',
  description: 'The server that it comes from does not answer. What is open goes on working.',
  tone: 'warn',
} as const;

import type { Draft } from '../../state/types.ts';

export interface OptionNote {
  /** `error`: nothing would be sent; `info`: something is left out or ignored, and by whom. */
  tone: 'error' | 'info';
  text: string;
}

/** The API's own words, with one line each of what they do. */
export const typeHints: Readonly<Record<Draft['invocationType'], string>> = {
  RequestResponse: 'Runs the function and waits for its response.',
  Event: 'Queues the event and answers at once; the function runs later, and there is no response.',
  DryRun: 'Checks the parameters and the permission; runs nothing.',
};

/**
 * What the chosen type does and what becomes of options that do not go with it. None of them is switched by itself:
 * whoever changes the type back finds them as they were.
 */
export function optionNotes(draft: Draft): OptionNote[] {
  const { invocationType, tailLog, stream, clientContext, isPrivate } = draft;
  const kept: OptionNote[] = isPrivate ? [privateNote] : [];
  if (invocationType === 'RequestResponse') return kept;
  const isEvent = invocationType === 'Event';
  const notes: (OptionNote | false)[] = [
    { tone: 'info', text: typeHints[invocationType] },
    stream &&
      isEvent && {
        tone: 'error',
        text: 'An Event can’t be streamed: nothing would be sent. Turn Stream response off, or take another type.',
      },
    tailLog && {
      tone: 'info',
      text: 'Tail log is left out: Lambda gives it for RequestResponse alone.',
    },
    clientContext.trim() !== '' &&
      isEvent && {
        tone: 'info',
        text: 'The client context is sent, but Lambda hands it to the function for RequestResponse alone.',
      },
  ];
  return [...kept, ...notes.filter((note) => note !== false)];
}

const privateNote: OptionNote = {
  tone: 'info',
  text: 'Private: nothing of the runs of this draft is kept in the history. The draft itself is kept.',
};

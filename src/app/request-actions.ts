import type { RequestHandle, RequestPlace } from '../features/request/request-handle.ts';
import type { DraftPatch } from '../state/draft-types.ts';
import type { Action, Actions, ActionState, ActionTools } from './actions.ts';

type RequestActionName =
  | 'go-function'
  | 'go-qualifier'
  | 'go-payload'
  | 'go-client-context'
  | 'format'
  | 'minify'
  | 'sort-keys'
  | 'collapse'
  | 'expand'
  | 'open-file'
  | 'open-inside'
  | 'find'
  | 'tab-moves-focus'
  | 'type-request-response'
  | 'type-event'
  | 'type-dry-run'
  | 'tail-log'
  | 'stream-response';

/** What can be done with the request side of the draft in front. */
export function requestActions(
  tools: ActionTools,
  { draft, drafts }: ActionState,
): Pick<Actions, RequestActionName> {
  const { request } = tools;
  const update = (patch: Partial<DraftPatch>): void => drafts.actions.update(draft.id, patch);
  const inRequest = (act: (handle: RequestHandle) => void): Action => ({
    run: () => {
      tools.showPane('middle');
      if (request.current) act(request.current);
    },
  });
  const go = (place: RequestPlace): Action => inRequest((handle) => handle.focus(place));
  const type = (invocationType: typeof draft.invocationType): Action => ({
    unavailable: draft.invocationType === invocationType ? 'It is chosen already.' : undefined,
    run: () => update({ invocationType }),
  });
  return {
    'go-function': go('function'),
    'go-qualifier': go('qualifier'),
    'go-payload': go('payload'),
    'go-client-context': go('client-context'),
    format: inRequest((handle) => handle.edit('format')),
    minify: inRequest((handle) => handle.edit('minify')),
    'sort-keys': inRequest((handle) => handle.edit('sort-keys')),
    collapse: inRequest((handle) => handle.editor()?.fold(true)),
    expand: inRequest((handle) => handle.editor()?.fold(false)),
    'open-file': inRequest((handle) => handle.openFile()),
    'open-inside': {
      run: () => {
        const { lookers, openers } = tools.services.lens;
        if ([...lookers].some((open) => open())) return;
        tools.showPane('middle');
        for (const open of openers) open();
      },
    },
    find: inRequest((handle) => handle.editor()?.openFind()),
    'tab-moves-focus': inRequest((handle) => handle.editor()?.toggleTabMovesFocus()),
    'type-request-response': type('RequestResponse'),
    'type-event': type('Event'),
    'type-dry-run': type('DryRun'),
    'tail-log': { run: () => update({ tailLog: !draft.tailLog }) },
    'stream-response': { run: () => update({ stream: !draft.stream }) },
  };
}

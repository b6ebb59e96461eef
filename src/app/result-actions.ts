import type { CopyAsFormat } from '../documents/copy-as/copy-as.ts';
import type { ViewId } from '../features/result/response/response-views.ts';
import type { ResultHandle, ResultTab } from '../features/result/result-handle.ts';
import type { Action, Actions, ActionState, ActionTools } from './actions.ts';

type ResultActionName =
  | 'show-response'
  | 'show-log'
  | 'show-attempts'
  | 'show-request'
  | 'show-headers'
  | 'view-pretty'
  | 'view-tree'
  | 'view-http'
  | 'view-raw'
  | 'view-hex'
  | 'view-image'
  | 'find-in-result'
  | 'copy-response'
  | 'save-response'
  | 'copy-request-id'
  | 'copy-log'
  | 'save-log'
  | 'pause-view'
  | 'expand-tree'
  | 'collapse-tree'
  | 'expect-value'
  | 'copy-as-aws-cli'
  | 'copy-as-curl'
  | 'copy-as-javascript'
  | 'copy-as-python'
  | 'copy-as-go';

/** What can be done with the result of the draft in front. */
export function resultActions(
  { panes, result }: ActionTools,
  { hasRun }: ActionState,
): Pick<Actions, ResultActionName> {
  const unavailable = hasRun ? undefined : 'There is no result yet.';
  const act = (does: (handle: ResultHandle) => void, focuses = false): Action => ({
    unavailable,
    run: () => {
      if (focuses) panes.current?.focusPane('right');
      if (result.current) does(result.current);
    },
  });
  const show = (tab: ResultTab): Action => act((handle) => handle.show(tab), true);
  const view = (one: ViewId): Action => act((handle) => handle.view(one), true);
  const copyAs = (format: CopyAsFormat): Action => act((handle) => handle.copyAs(format));
  return {
    'show-response': show('response'),
    'show-log': show('log'),
    'show-attempts': show('attempts'),
    'show-request': show('request'),
    'show-headers': show('headers'),
    'view-pretty': view('pretty'),
    'view-tree': view('tree'),
    'view-http': view('http'),
    'view-raw': view('raw'),
    'view-hex': view('hex'),
    'view-image': view('image'),
    'find-in-result': act((handle) => handle.find(), true),
    'copy-response': act((handle) => handle.copyResponse()),
    'save-response': act((handle) => handle.saveResponse()),
    'copy-request-id': act((handle) => handle.copyRequestId()),
    'copy-log': act((handle) => handle.copyLog()),
    'save-log': act((handle) => handle.saveLog()),
    'pause-view': act((handle) => handle.pauseView()),
    'expand-tree': act((handle) => handle.expandTree()),
    'collapse-tree': act((handle) => handle.collapseTree()),
    'expect-value': act((handle) => handle.expectValue()),
    'copy-as-aws-cli': copyAs('aws-cli'),
    'copy-as-curl': copyAs('curl'),
    'copy-as-javascript': copyAs('javascript'),
    'copy-as-python': copyAs('python'),
    'copy-as-go': copyAs('go'),
  };
}

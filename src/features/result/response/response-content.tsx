import type { Ref } from 'react';
import type { HttpResponse } from '../../../documents/http-response.ts';
import { latePart } from '../../../ui/late-part.ts';
import { LateView } from '../../../ui/late-view.tsx';
import type { TreeHandle } from '../result-handle.ts';
import { PrettyContent } from './pretty-content.tsx';
import type { ResponseBody } from './response-body.ts';
import type { ViewId } from './response-views.ts';
import { TextContent } from './text-content.tsx';

export interface ResponseContentProps {
  view: ViewId;
  bytes: Uint8Array;
  body: ResponseBody;
  http: HttpResponse | null;
  wrap: boolean;
  isFinding: boolean;
  onFindClose: () => void;
  followEnd: boolean;
  treeRef: Ref<TreeHandle> | undefined;
  onExpect: ((path: string, source: string) => void) | undefined;
}

/** The body in the chosen view. Views that most runs never open come when they are opened. */
export function ResponseContent({
  view,
  bytes,
  body,
  http,
  treeRef,
  onExpect,
  ...text
}: ResponseContentProps) {
  if (view === 'pretty') return <PrettyContent {...{ bytes, body }} {...text} label="Response text" />;
  if (view === 'raw') {
    const language = body.kind === 'json' ? 'json' : 'plain';
    return <TextContent {...text} text={body.text} language={language} label="Response text" />;
  }
  if (view === 'tree')
    return <LateView part={tree} props={{ bytes, body, onExpect, handleRef: treeRef }} label="The tree" />;
  if (view === 'http' && http !== null) {
    return <LateView part={httpView} props={{ response: http, ...text }} label="The HTTP response" />;
  }
  if (view === 'image' && body.imageType !== null) {
    return <LateView part={image} props={{ bytes, type: body.imageType }} label="The image" />;
  }
  return <LateView part={hex} props={{ bytes, label: 'Response bytes' }} label="The bytes" />;
}

const tree = latePart(async () => (await import('../tree/json-tree-view.tsx')).JsonTreeView);
const httpView = latePart(async () => (await import('./http-view.tsx')).HttpView);
const image = latePart(async () => (await import('./image-preview.tsx')).ImagePreview);
const hex = latePart(async () => (await import('../../../ui/hex-view.tsx')).HexView);

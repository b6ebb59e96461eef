import type { HttpResponse } from '../../../documents/http-response.ts';
import type { ResponseBody } from './response-body.ts';

export type ViewId = 'pretty' | 'tree' | 'http' | 'image' | 'raw' | 'hex';

export const viewNames: Readonly<Record<ViewId, string>> = {
  pretty: 'Pretty',
  tree: 'Tree',
  http: 'HTTP',
  image: 'Image',
  raw: 'Raw',
  hex: 'Hex',
};

/** The ways a body can be looked at; the first is the one it is shown in unless another is chosen. */
export function viewsOf({ kind, text, imageType }: ResponseBody, http: HttpResponse | null): ViewId[] {
  const hasText = kind !== 'binary';
  const isContainer = kind === 'json' && /^\uFEFF?\s*[[{]/.test(text);
  const isSplit = kind !== 'json' && http !== null;
  const views: [ViewId, boolean][] = [
    ['http', isSplit],
    ['image', imageType !== null],
    ['pretty', kind === 'json'],
    ['tree', isContainer],
    ['http', http !== null && !isSplit],
    ['raw', hasText],
    ['hex', true],
  ];
  return views.flatMap(([view, isOffered]) => (isOffered ? [view] : []));
}

/** What a file of this body is called. */
export function extensionOf({ kind, imageType }: ResponseBody): string {
  if (imageType !== null) return imageType === 'image/svg+xml' ? 'svg' : imageType.slice('image/'.length);
  return kind === 'json' ? 'json' : kind === 'text' ? 'txt' : 'bin';
}

import type { ReactNode } from 'react';
import { ChevronDown, Download, Search, WrapText } from 'lucide-react';
import { encodeBase64 } from '../../../documents/base64.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { copyText } from '../../../ui/copy-text.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { knownResult } from './body-work.ts';
import type { ResponseBody } from './response-body.ts';
import { extensionOf, viewNames, type ViewId } from './response-views.ts';
import { saveBytes } from '../../../ui/save-bytes.ts';

export interface ResponseBarProps {
  views: readonly ViewId[];
  view: ViewId;
  onView: (view: ViewId) => void;
  bytes: Uint8Array;
  body: ResponseBody;
  /** Without its extension. */
  fileName: string;
  wrap: boolean;
  onWrap: (wrap: boolean) => void;
  isFinding: boolean;
  onFind: (isFinding: boolean) => void;
  /** Leads to the documents inside. */
  inside: ReactNode;
}

/** How the body is looked at, and the ways to take it along: always exactly as it came, unless it says otherwise. */
export function ResponseBar(props: ResponseBarProps) {
  const { views, view, onView, bytes, body, fileName, wrap, onWrap, isFinding, onFind } = props;
  const isText = view === 'pretty' || view === 'raw' || view === 'http';
  const noText = isText ? {} : { disabledReason: 'this view is no text.' };
  const isBinary = body.kind === 'binary';
  return (
    <div className="response-view-bar">
      <Segmented
        label="Response view"
        size="small"
        value={view}
        onChange={onView}
        options={views.map((value) => ({ value, label: viewNames[value] }))}
      />
      <span className="response-view-actions">
        {props.inside}
        <IconButton
          label="Find in response"
          size="small"
          pressed={isFinding}
          icon={<Search aria-hidden="true" />}
          onClick={() => onFind(!isFinding)}
          {...noText}
        />
        <IconButton
          label="Wrap lines"
          size="small"
          pressed={wrap}
          icon={<WrapText aria-hidden="true" />}
          onClick={() => onWrap(!wrap)}
          {...noText}
        />
        <CopyButton
          label={isBinary ? 'Copy response as base64' : 'Copy response'}
          text={isBinary ? () => encodeBase64(bytes) : body.text}
        />
        <Menu
          align="end"
          trigger={
            <IconButton label="More ways to copy" size="small" icon={<ChevronDown aria-hidden="true" />} />
          }
          items={copyItems(bytes, body)}
        />
        <IconButton
          label="Save response as a file"
          size="small"
          icon={<Download aria-hidden="true" />}
          onClick={() => saveBytes(bytes, `${fileName}.${extensionOf(body)}`)}
        />
      </span>
    </div>
  );
}

function copyItems(bytes: Uint8Array, body: ResponseBody): MenuEntry[] {
  const noText = body.kind === 'binary' ? { disabledReason: 'The bytes are no UTF-8 text.' } : {};
  const pretty = body.kind === 'json' ? knownResult('pretty', bytes) : undefined;
  const noJson = typeof pretty === 'string' ? {} : { disabledReason: 'It has not been formatted.' };
  return [
    { id: 'exact', label: 'Copy as it came', onSelect: () => copyText(body.text), ...noText },
    { id: 'pretty', label: 'Copy formatted', onSelect: () => copyText(pretty ?? ''), ...noJson },
    { id: 'base64', label: 'Copy as base64', onSelect: () => copyText(encodeBase64(bytes)) },
  ];
}

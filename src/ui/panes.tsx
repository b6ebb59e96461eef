import { useId, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { CSSProperties, ReactNode, Ref } from 'react';
import { flushSync } from 'react-dom';
import './panes.css';
import { focusPane, paneBeside } from './pane-focus.ts';
import { defaultPanesLayout, paneNames, withPaneWidth } from './pane-layout.ts';
import type { PaneName, PanesLayout, SidePane } from './pane-layout.ts';
import { PaneSeparator } from './pane-separator.tsx';
import { panelId, tabId } from './tab-ids.ts';
import { Tabs } from './tabs.tsx';
import { useMedia } from './use-media.ts';

export interface PanesHandle {
  /** Moves the focus into the next (1) or the previous (-1) pane, where it was last. */
  focusNext: (step: 1 | -1) => void;
  focusPane: (pane: PaneName) => void;
}

export interface PanesProps extends Record<PaneName, ReactNode> {
  labels: Record<PaneName, string>;
  layout: PanesLayout;
  /** A border was moved or the left pane folded: to be remembered. */
  onLayout: (layout: PanesLayout) => void;
  /** The pane that a narrow window shows, where the panes are tabs. */
  shown: PaneName;
  onShow: (pane: PaneName) => void;
  handleRef?: Ref<PanesHandle> | undefined;
}

/**
 * Three panes beside one another, their borders movable by pointer and keys; below 900 px of width they are tabs.
 * The panes stay mounted through all of that.
 */
export function Panes(props: PanesProps) {
  const { labels, layout, onLayout, shown, onShow, handleRef } = props;
  const baseId = useId();
  const narrow = useMedia('(width < 900px)');
  const rootRef = useRef<HTMLDivElement>(null);
  const lastFocus = useRef(new Map<PaneName, Element>());
  const find = (name: PaneName) =>
    rootRef.current?.querySelector<HTMLElement>(`:scope > [data-pane=${name}]`) ?? null;
  const hidden = (name: PaneName) => (narrow ? shown !== name : name === 'left' && layout.leftCollapsed);

  function enter(name: PaneName) {
    if (narrow) flushSync(() => onShow(name));
    else if (hidden(name)) flushSync(() => onLayout({ ...layout, leftCollapsed: false }));
    const pane = find(name);
    if (pane) focusPane(pane, lastFocus.current.get(name) ?? null);
  }

  // The focus must not vanish with the pane that it was in; a tab is where a repeated key does no harm.
  useLayoutEffect(() => {
    if (!narrow) return;
    const around = document.activeElement?.closest('[data-pane]');
    const isLost = around instanceof HTMLElement && around.hidden && rootRef.current?.contains(around);
    if (isLost) document.getElementById(tabId(baseId, shown))?.focus();
  }, [baseId, shown, narrow]);

  useImperativeHandle(handleRef, () => ({
    focusPane: enter,
    focusNext: (step) => enter(paneBeside((name) => (hidden(name) && !narrow ? null : find(name)), step)),
  }));

  const pane = (name: PaneName) => (
    <div
      role={narrow ? 'tabpanel' : 'group'}
      data-pane={name}
      id={panelId(baseId, name)}
      className="panes-pane"
      aria-label={narrow ? undefined : labels[name]}
      aria-labelledby={narrow ? tabId(baseId, name) : undefined}
      hidden={hidden(name)}
      tabIndex={-1}
      onFocus={(event) => lastFocus.current.set(name, event.target)}
    >
      {props[name]}
    </div>
  );
  const separator = (name: SidePane) =>
    !narrow && (
      <SideSeparator pane={name} find={find} baseId={baseId} {...{ rootRef, labels, layout, onLayout }} />
    );

  return (
    <div ref={rootRef} className="panes" data-narrow={narrow ? '' : undefined} style={layoutStyle(layout)}>
      {narrow && (
        <Tabs
          label="Panes"
          baseId={baseId}
          className="panes-tabs"
          value={shown}
          onChange={onShow}
          tabs={paneNames.map((id) => ({ id, label: labels[id] }))}
        />
      )}
      {pane('left')}
      {separator('left')}
      {pane('middle')}
      {separator('right')}
      {pane('right')}
    </div>
  );
}

interface SideSeparatorProps extends Pick<PanesProps, 'labels' | 'layout' | 'onLayout'> {
  pane: SidePane;
  baseId: string;
  rootRef: { current: HTMLElement | null };
  find: (name: PaneName) => HTMLElement | null;
}

function SideSeparator({ pane, baseId, rootRef, find, labels, layout, onLayout }: SideSeparatorProps) {
  const measure = () => ({
    total: rootRef.current?.clientWidth ?? 0,
    left: find('left')?.offsetWidth ?? 0,
    middle: find('middle')?.offsetWidth ?? 0,
    right: find('right')?.offsetWidth ?? 0,
  });
  return (
    <PaneSeparator
      pane={pane}
      label={`Resize ${labels[pane]}`}
      controls={panelId(baseId, pane)}
      percent={Math.round(
        pane === 'right' ? layout.right * 100 : layout.leftCollapsed ? 0 : (layout.left / innerWidth) * 100,
      )}
      measure={measure}
      onMove={(width, widths) => {
        // Past React while the pointer moves: sixty layouts a second need no render.
        const moved = layoutStyle(withPaneWidth(layout, { pane, width }, widths));
        for (const [name, value] of Object.entries(moved))
          rootRef.current?.style.setProperty(name, String(value));
      }}
      onSettle={(width, widths) => onLayout(withPaneWidth(layout, { pane, width }, widths))}
      onReset={() => onLayout({ ...layout, [pane]: defaultPanesLayout[pane], leftCollapsed: false })}
      onToggle={
        pane === 'left' ? () => onLayout({ ...layout, leftCollapsed: !layout.leftCollapsed }) : undefined
      }
    />
  );
}

function layoutStyle({ left, right }: PanesLayout): CSSProperties {
  return { '--panes-left': `${left}px`, '--panes-right': `${right * 100}%` } as CSSProperties;
}

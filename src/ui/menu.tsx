import { cloneElement, lazy, Suspense, useId, useRef, useState } from 'react';
import type { ButtonHTMLAttributes, KeyboardEvent, ReactElement, ReactNode, Ref } from 'react';
import { preloadMenu } from './preload-widgets.ts';

export interface MenuItem {
  id: string;
  label: string;
  icon?: ReactNode;
  shortcut?: string | undefined;
  /** Makes it a choice that is on or off. */
  checked?: boolean | undefined;
  /** It destroys something. */
  danger?: boolean | undefined;
  /** Why it can't be chosen; shown below the label. */
  disabledReason?: string | undefined;
  onSelect: () => void;
}

export type MenuEntry = MenuItem | 'separator';

type TriggerProps = ButtonHTMLAttributes<HTMLButtonElement> & { ref?: Ref<HTMLButtonElement> };

export interface MenuProps {
  /** A `Button` or an `IconButton`; its name names the menu too. */
  trigger: ReactElement<TriggerProps>;
  items: readonly MenuEntry[];
  align?: 'start' | 'end';
}

/** A button that opens a list of actions: arrows, Home, End, first letters, Enter, Escape. */
export function Menu({ trigger, items, align = 'start' }: MenuProps) {
  const id = useId();
  const triggerRef = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<'by-key' | 'by-pointer' | null>(null);

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' || opened !== null) return;
    event.preventDefault();
    setOpened('by-key');
  }

  return (
    <>
      {cloneElement(trigger, {
        ref: triggerRef,
        id,
        'aria-haspopup': 'menu',
        'aria-expanded': opened !== null,
        onPointerEnter: preloadMenu,
        onFocus: preloadMenu,
        // Enter, Space and a shortcut count no presses of a pointer.
        onClick: ({ detail }) => setOpened(opened !== null ? null : detail === 0 ? 'by-key' : 'by-pointer'),
        onKeyDown: handleKeyDown,
      })}
      {opened !== null && (
        <Suspense fallback={null}>
          <MenuPopup
            items={items}
            marksFirst={opened === 'by-key'}
            align={align}
            labelledBy={id}
            triggerRef={triggerRef}
            onClose={() => setOpened(null)}
          />
        </Suspense>
      )}
    </>
  );
}

const MenuPopup = lazy(async () => ({ default: (await import('./menu-popup.tsx')).MenuPopup }));

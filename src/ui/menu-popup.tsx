import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import './menu.css';
import { classNames } from './class-names.ts';
import { Kbd } from './kbd.tsx';
import type { MenuEntry, MenuItem } from './menu.tsx';

interface MenuPopupProps {
  items: readonly MenuEntry[];
  /** The focus goes to the first entry, so that Enter chooses it. */
  marksFirst: boolean;
  align: 'start' | 'end';
  labelledBy: string;
  triggerRef: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

export function MenuPopup({ items, marksFirst, align, labelledBy, triggerRef, onClose }: MenuPopupProps) {
  return (
    <Menu.Root
      open
      modal={false}
      onOpenChange={(next, { event }) => {
        // A press on the trigger is the trigger's own: it would close the menu and open it again.
        const onTrigger = event.target instanceof Node && triggerRef.current?.contains(event.target);
        if (!next && !onTrigger) onClose();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" anchor={triggerRef} align={align} sideOffset={4}>
          <Menu.Popup
            className="popup menu"
            data-icons={items.some(hasIcon) ? '' : undefined}
            aria-labelledby={labelledBy}
            finalFocus={triggerRef}
          >
            {items.map((item, index) =>
              item === 'separator' ? (
                <Menu.Separator key={index} className="menu-separator" />
              ) : (
                <Entry key={item.id} item={item} isMarked={marksFirst && index === 0} />
              ),
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function hasIcon(item: MenuEntry): boolean {
  return item !== 'separator' && (item.icon !== undefined || item.checked !== undefined);
}

function Entry({ item, isMarked }: { item: MenuItem; isMarked: boolean }) {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    // The menu is not at its place yet, so nothing is scrolled for it.
    if (isMarked) ref.current?.focus({ preventScroll: true });
  }, [isMarked]);
  const shared = {
    className: classNames('popup-item', 'menu-item', item.danger && 'menu-item-danger'),
    disabled: item.disabledReason !== undefined,
    label: item.label,
    ref,
  };
  if (item.checked === undefined) {
    return (
      <Menu.Item {...shared} onClick={item.onSelect}>
        <EntryContent item={item} icon={item.icon} />
      </Menu.Item>
    );
  }
  return (
    <Menu.CheckboxItem {...shared} checked={item.checked} onCheckedChange={item.onSelect} closeOnClick>
      <EntryContent item={item} icon={item.checked ? <Check aria-hidden="true" /> : null} />
    </Menu.CheckboxItem>
  );
}

function EntryContent({ item, icon }: { item: MenuItem; icon: ReactNode }) {
  return (
    <>
      <span className="menu-icon" aria-hidden="true">
        {icon}
      </span>
      <span className="menu-label">
        {item.label}
        {item.disabledReason !== undefined && <span className="menu-reason">{item.disabledReason}</span>}
      </span>
      {item.shortcut !== undefined && (
        <span aria-hidden="true">
          <Kbd keys={item.shortcut} />
        </span>
      )}
    </>
  );
}

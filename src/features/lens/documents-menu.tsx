import { Layers } from 'lucide-react';
import type { LensPlace, LensPlaces } from '../../documents/lens/lens-types.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';

export interface DocumentsMenuProps extends LensPlaces {
  /** What holds them, such as `payload`. */
  holder: string;
  nameOf: (place: LensPlace) => string;
  shortcut?: string | undefined;
  onChoose: (place: LensPlace) => void;
}

/** The documents inside a text, to open one. */
export function DocumentsMenu({ places, isCut, holder, nameOf, shortcut, onChoose }: DocumentsMenuProps) {
  const count = `${places.length}${isCut ? '+' : ''}`;
  if (places.length === 0) {
    return (
      <IconButton
        label="Documents inside"
        size="small"
        icon={<Layers aria-hidden="true" />}
        disabledReason={`no string of the ${holder} holds one.`}
      />
    );
  }
  const listed = places.slice(0, mostItems);
  const items: MenuEntry[] = listed.map((place, index) => ({
    id: String(index),
    label: nameOf(place),
    onSelect: () => onChoose(place),
  }));
  if (listed.length < places.length || isCut) {
    items.push('separator', {
      id: 'more',
      label: `The first ${listed.length} of ${count}`,
      disabledReason: 'Put the caret into another one to open it.',
      onSelect: () => undefined,
    });
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button
          variant="ghost"
          size="small"
          className="documents-menu-button"
          icon={<Layers aria-hidden="true" />}
          aria-label={`Documents inside: ${count}`}
          title={`Documents inside the ${holder}${shortcut === undefined ? '' : ` (${shortcut})`}`}
        >
          {count}
        </Button>
      }
      items={items}
    />
  );
}

/** More than anyone reads through. */
const mostItems = 60;

import { ChevronDown } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';

/** Beside Invoke: what runs the payload more than once. */
export function WaysMenu({ ways }: { ways: readonly MenuEntry[] }) {
  return (
    <Menu
      trigger={<IconButton label="More ways to run" icon={<ChevronDown aria-hidden="true" />} />}
      align="end"
      items={ways}
    />
  );
}

import { BookmarkPlus, Share2 } from 'lucide-react';
import type { PresetDialogStore } from '../../state/preset-dialogs.ts';
import { IconButton } from '../../ui/icon-button.tsx';

/** In the top bar, so that they are there in every width. */
export function PresetButtons({ dialogs }: { dialogs: PresetDialogStore }) {
  const { show } = dialogs.getState().actions;
  return (
    <>
      <IconButton
        label="Save preset"
        shortcut="Mod+S"
        icon={<BookmarkPlus aria-hidden="true" />}
        onClick={() => show({ name: 'save', asNew: false })}
      />
      <IconButton
        label="Share"
        shortcut="Mod+U"
        icon={<Share2 aria-hidden="true" />}
        onClick={() => show({ name: 'share', presetId: null })}
      />
    </>
  );
}

/** One late chunk: what the stores of presets are made of. */
export { openPresetChannel } from '../state/preset-channel.ts';
export { createPresetFolder } from '../state/preset-folder.ts';
export { listenToFolder } from '../state/preset-folder-changes.ts';
export { createPresetStore } from '../state/preset-store.ts';

import type { PresetChannel } from './preset-types.ts';

/** Between the tabs of this origin. */
export function openPresetChannel(name = 'invoke-console.presets'): PresetChannel {
  const channel = new BroadcastChannel(name);
  return {
    tell: () => channel.postMessage('changed'),
    listen: (listener) => channel.addEventListener('message', listener),
  };
}

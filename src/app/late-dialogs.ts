import { latePart } from '../ui/late-part.ts';

/** The code of each dialog, fetched when it is asked for, or in an idle moment before. */
export const lateDialogs = {
  palette: latePart(async () => (await import('./console-palette.tsx')).ConsolePalette),
  'event-types': latePart(async () => (await import('./console-event-types.tsx')).ConsoleEventTypes),
  samples: latePart(async () => (await import('./console-samples.tsx')).ConsoleSamples),
  shortcuts: latePart(async () => (await import('./console-shortcuts.tsx')).ConsoleShortcuts),
  settings: latePart(async () => (await import('./console-settings.tsx')).ConsoleSettings),
  about: latePart(async () => (await import('../features/settings/about-dialog.tsx')).AboutDialog),
  connections: latePart(async () => (await import('./connections-host.tsx')).ConnectionsHost),
  questions: latePart(async () => (await import('./invoke-questions.tsx')).InvokeQuestions),
  check: latePart(async () => (await import('../features/connections/check-dialog.tsx')).CheckDialog),
} as const;

/** The palette is for keys, which do not wait: its code is there before the first one. */
export function preloadPalette(): void {
  // Without it the page works, and asking for it tries again.
  lateDialogs.palette.load().catch(() => undefined);
  import('../documents/json-job.ts').catch(() => undefined);
}

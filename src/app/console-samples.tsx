import { SamplesDialog } from '../features/samples/samples-dialog.tsx';
import { payloadFromBytes } from '../documents/payload.ts';
import { useStore } from '../ui/use-store.ts';
import { putPayload } from './put-payload.ts';
import { usePresetChoices } from './use-preset-choices.ts';
import type { SearchDialogProps } from './workbench-dialogs.tsx';

/** Sample events and presets as payloads of the draft in front, or as drafts of their own. */
export function ConsoleSamples({ services, actions, draft, connection, ...dialog }: SearchDialogProps) {
  const { drafts, settings } = services;
  const presets = usePresetChoices(services);
  const kept = useStore(settings, (state) => state.sampleValues);
  return (
    <SamplesDialog
      {...dialog}
      presets={presets}
      onUsed={actions['go-payload'].run}
      kept={kept}
      onKeep={(sampleValues) => settings.getState().actions.set({ sampleValues })}
      region={connection?.region ?? null}
      ports={() => ({ now: new Date(), seed: crypto.randomUUID() })}
      onUse={(payload) => putPayload(services, draft.id, payload)}
      onOpenDraft={({ title, bytes, eventType }) => {
        const { functionName, qualifier } = draft;
        drafts.getState().actions.open({
          functionName,
          qualifier,
          title,
          eventType,
          payload: payloadFromBytes(bytes),
        });
      }}
    />
  );
}

import { useState, type FormEvent } from 'react';
import { presetProblem } from '../../documents/preset-document.ts';
import type { Preset } from '../../documents/preset-types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { activeDraft, addPreset, presetOfDraft, replacePreset } from './preset-actions.ts';
import './preset-dialogs.css';
import { parseTags, tagsText } from './preset-tags.ts';
import type { PresetsPort } from './presets-port.ts';
import { useLoaded } from './use-loaded.ts';

export interface SavePresetDialogProps {
  port: PresetsPort;
  /** Keeps the preset that the draft came from as it is. */
  asNew: boolean;
  onClose: () => void;
}

/** Names what the draft in front holds and keeps it: over the preset it came from, or as a new one. */
export function SavePresetDialog({ port, asNew, onClose }: SavePresetDialogProps) {
  const origin = useLoaded(() => originOf(port, asNew));
  if (origin === undefined) return null;
  return <SaveForm port={port} origin={origin} onClose={onClose} />;
}

interface Origin {
  /** null: a new preset. */
  before: Preset | null;
  revision: number;
}

async function originOf(port: PresetsPort, asNew: boolean): Promise<Origin> {
  const { origins, actions } = port.store.getState();
  const known = asNew ? undefined : origins.get(activeDraft(port)?.id ?? '');
  const before = known ? await actions.get(known.presetId) : null;
  return { before, revision: known?.revision ?? 0 };
}

const formId = 'save-preset';

function SaveForm({ port, origin, onClose }: { port: PresetsPort; origin: Origin; onClose: () => void }) {
  const [draft] = useState(() => activeDraft(port));
  const [name, setName] = useState(origin.before?.name ?? (draft ? presetOfDraft(port, draft).name : ''));
  const [tags, setTags] = useState(tagsText(origin.before?.tags ?? []));
  const [refusal, setRefusal] = useState<string | null>(null);
  const isNew = origin.before === null;

  const save = async (): Promise<string | null> => {
    if (draft === undefined) return 'There is no draft.';
    const preset: Preset = {
      ...presetOfDraft(port, draft, origin.before),
      name: name.trim(),
      tags: parseTags(tags),
    };
    const problem = presetProblem(preset);
    if (problem) return problem.message;
    if (isNew) return addPreset(port, preset, draft.id);
    const replaced = await replacePreset(port, preset, { revision: origin.revision, draftId: draft.id });
    if (replaced.ok) return null;
    return replaced.reason === 'storage' ? replaced.message : conflictWords[replaced.reason];
  };
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save().then((message) => (message === null ? onClose() : setRefusal(message)));
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Save preset"
      size="small"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" form={formId}>
            Save
          </Button>
        </>
      }
    >
      <form id={formId} className="preset-form" onSubmit={handleSubmit}>
        <TextField label="Name" value={name} onChange={setName} maxLength={200} required />
        <TextField label="Tags" hint="Divided by commas." value={tags} onChange={setTags} />
        {!isNew && <p className="dim">Replaces the preset that this draft was opened from.</p>}
        {refusal !== null && (
          <Callout tone="error" title="Not saved">
            {refusal}
          </Callout>
        )}
      </form>
    </Dialog>
  );
}

const conflictWords = {
  changed:
    'The preset was changed after this draft was opened, perhaps in another tab. Save it as a new one (Ctrl/Cmd+Shift+S), or open it again.',
  gone: 'The preset was deleted meanwhile. Save it as a new one (Ctrl/Cmd+Shift+S).',
};

import { originPreset } from '../../state/origin-preset.ts';
import { useState, type FormEvent } from 'react';
import { presetProblem } from '../../documents/preset-document.ts';
import type { Preset } from '../../documents/preset-types.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { saveToFolder } from './draft-preset.ts';
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
  const before = useLoaded(() => beforeOf(port, asNew));
  if (before === undefined) return null;
  return <SaveForm port={port} before={before} onClose={onClose} />;
}

/** The preset that is replaced, and the version of it that the draft knows; null: a new preset. */
type Before = { preset: Preset; origin: PresetOrigin } | null;

async function beforeOf(port: PresetsPort, asNew: boolean): Promise<Before> {
  const origin = asNew ? undefined : port.store.getState().origins.get(activeDraft(port)?.id ?? '');
  const preset = origin ? await originPreset(port, origin) : null;
  return origin && preset ? { preset, origin } : null;
}

type Place = 'device' | 'folder';
const formId = 'save-preset';

function SaveForm({ port, before, onClose }: { port: PresetsPort; before: Before; onClose: () => void }) {
  const [draft] = useState(() => activeDraft(port));
  const [name, setName] = useState(before?.preset.name ?? (draft ? presetOfDraft(port, draft).name : ''));
  const [tags, setTags] = useState(tagsText(before?.preset.tags ?? []));
  const [place, setPlace] = useState<Place>('device');
  const [refusal, setRefusal] = useState<string | null>(null);

  const save = async (): Promise<string | null> => {
    if (draft === undefined) return 'There is no draft.';
    const preset: Preset = {
      ...presetOfDraft(port, draft, before?.preset ?? null),
      name: name.trim(),
      tags: parseTags(tags),
    };
    const problem = presetProblem(preset);
    if (problem) return problem.message;
    const known = before?.origin;
    if (known === undefined ? place === 'folder' : 'path' in known) {
      onClose();
      saveToFolder(port, preset, { known: known && 'path' in known ? known : null, draftId: draft.id });
      return null;
    }
    return saveOnDevice(port, preset, { draftId: draft.id, known });
  };
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void save().then((message) => (message === null ? closeOwn(port, onClose) : setRefusal(message)));
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
        {before === null ? (
          <PlaceSelect port={port} place={place} onPlace={setPlace} />
        ) : (
          <p className="dim">Replaces the preset that this draft was opened from.</p>
        )}
        {refusal !== null && (
          <Callout tone="error" title="Not saved">
            {refusal}
          </Callout>
        )}
      </form>
    </Dialog>
  );
}

/** What was saved may have led to a question, which stays. */
function closeOwn({ dialogs }: PresetsPort, onClose: () => void): void {
  if (dialogs.getState().open?.name === 'save') onClose();
}

async function saveOnDevice(
  port: PresetsPort,
  preset: Preset,
  { draftId, known }: { draftId: string; known: PresetOrigin | undefined },
): Promise<string | null> {
  if (known === undefined || 'path' in known) return addPreset(port, preset, draftId);
  const replaced = await replacePreset(port, preset, { revision: known.revision, draftId });
  if (replaced.ok) return null;
  if (replaced.reason === 'storage') return replaced.message;
  port.dialogs.getState().actions.show({ name: 'conflict', draftId });
  return null;
}

interface PlaceSelectProps {
  port: PresetsPort;
  place: Place;
  onPlace: (place: Place) => void;
}

function PlaceSelect({ port, place, onPlace }: PlaceSelectProps) {
  const { phase, name, writable } = port.folder.getState();
  if (phase === 'closed') return null;
  if (!writable) return <p className="dim">The folder {name} is read-only: it is kept on this device.</p>;
  return (
    <Select
      label="Where"
      value={place}
      onChange={onPlace}
      options={[
        { value: 'device', label: 'On this device' },
        { value: 'folder', label: `In the folder ${name}, for everybody who has it` },
      ]}
    />
  );
}

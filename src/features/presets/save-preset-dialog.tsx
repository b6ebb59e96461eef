import { originPreset } from '../../state/origin-preset.ts';
import { useState, type FormEvent } from 'react';
import type { Expectation } from '../../documents/expectations/expectation-types.ts';
import { expectationWords } from '../../documents/expectations/expectation-words.ts';
import { presetProblem } from '../../documents/preset-document.ts';
import type { Preset } from '../../documents/preset-types.ts';
import type { PresetOrigin } from '../../state/preset-types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { VisibleText } from '../../ui/visible-text.tsx';
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
  /** One more thing that the runs of the preset should turn out to be. */
  add?: Expectation | undefined;
  onClose: () => void;
}

/** Names what the draft in front holds and keeps it: over the preset it came from, or as a new one. */
export function SavePresetDialog({ port, asNew, add, onClose }: SavePresetDialogProps) {
  const kept = useLoaded(() => keptOf(port, asNew));
  if (kept === undefined) return null;
  const { before, expectations } = kept;
  const expected = add ? [...expectations, add] : expectations;
  return <SaveForm {...{ port, before, expectations: expected, onClose }} />;
}

/** The preset that is replaced, and the version of it that the draft knows; null: a new preset. */
type Before = { preset: Preset; origin: PresetOrigin } | null;

/** A new preset of a draft takes along what the one that it came from expects. */
async function keptOf(
  port: PresetsPort,
  asNew: boolean,
): Promise<{ before: Before; expectations: readonly Expectation[] }> {
  const origin = port.store.getState().origins.get(activeDraft(port)?.id ?? '');
  const preset = origin ? await originPreset(port, origin) : null;
  const before = origin && preset && !asNew ? { preset, origin } : null;
  return { before, expectations: preset?.expectations ?? [] };
}

type Place = 'device' | 'folder';
const formId = 'save-preset';

interface SaveFormProps {
  port: PresetsPort;
  before: Before;
  expectations: readonly Expectation[];
  onClose: () => void;
}

function SaveForm({ port, before, expectations, onClose }: SaveFormProps) {
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
      expectations,
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
        {before === null && <Expected expectations={expectations} />}
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

/** What the new preset expects, so that nobody wonders where it comes from. */
function Expected({ expectations }: { expectations: readonly Expectation[] }) {
  const [first] = expectations;
  if (first === undefined) return null;
  const more = expectations.length - 1;
  return (
    <p className="dim">
      With {more === 0 ? 'an expectation' : `${more + 1} expectations`}:{' '}
      <VisibleText text={expectationWords(first)} />
      {more > 0 && ` and ${more} more`}.
    </p>
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

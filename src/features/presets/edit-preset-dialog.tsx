import { useState, type FormEvent } from 'react';
import { presetProblem } from '../../documents/preset-document.ts';
import type { Preset } from '../../documents/preset-types.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { replacePreset } from './preset-actions.ts';
import './preset-dialogs.css';
import { parseTags, tagsText } from './preset-tags.ts';
import type { PresetsPort } from './presets-port.ts';
import { useLoaded } from './use-loaded.ts';

export interface EditPresetDialogProps {
  port: PresetsPort;
  presetId: string;
  onClose: () => void;
}

/** Name, tags and description of a stored preset; its request stays as it is. */
export function EditPresetDialog({ port, presetId, onClose }: EditPresetDialogProps) {
  const preset = useLoaded(() => port.store.getState().actions.get(presetId));
  const [revision] = useState(
    () => port.store.getState().summaries.find(({ id }) => id === presetId)?.revision ?? 0,
  );
  if (!preset) return null;
  const save = async (changed: Preset): Promise<string | null> => {
    const problem = presetProblem(changed);
    if (problem) return problem.message;
    const replaced = await replacePreset(port, changed, { revision });
    if (replaced.ok) return null;
    return replaced.reason === 'storage'
      ? replaced.message
      : 'It was changed meanwhile. Close this and try again.';
  };
  return <EditForm preset={preset} onSave={save} onClose={onClose} />;
}

interface EditFormProps {
  preset: Preset;
  /** The message when it could not be kept. */
  onSave: (preset: Preset) => Promise<string | null>;
  onClose: () => void;
}

const formId = 'edit-preset';

function EditForm({ preset, onSave, onClose }: EditFormProps) {
  const [name, setName] = useState(preset.name);
  const [tags, setTags] = useState(tagsText(preset.tags));
  const [description, setDescription] = useState(preset.description);
  const [refusal, setRefusal] = useState<string | null>(null);
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const changed = { ...preset, name: name.trim(), tags: parseTags(tags), description };
    void onSave(changed).then((message) => (message === null ? onClose() : setRefusal(message)));
  };
  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title="Edit preset"
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
        <TextArea label="Description" value={description} onChange={setDescription} />
        {refusal !== null && (
          <Callout tone="error" title="Not saved">
            {refusal}
          </Callout>
        )}
      </form>
    </Dialog>
  );
}

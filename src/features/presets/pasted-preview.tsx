import type { Pasted } from '../../documents/pasted/read-pasted.ts';
import type { Preset } from '../../documents/preset-types.ts';
import { Callout } from '../../ui/callout.tsx';
import { otherPlace } from './pasted-actions.ts';
import { droppedWords } from './preset-files.ts';
import { PresetPreview } from './preset-preview.tsx';
import type { PresetsPort } from './presets-port.ts';
import { visibleText } from './visible-text.ts';

export interface PastedPreviewProps {
  port: PresetsPort;
  pasted: Pasted;
  /** Why it could not be kept. */
  refusal: string | null;
}

/** What a pasted text was understood as, said to screen readers too. */
export function PastedPreview({ port, pasted, refusal }: PastedPreviewProps) {
  return (
    <div className="preset-form" aria-live="polite">
      {refusal !== null && (
        <Callout tone="error" title="Not saved">
          {refusal}
        </Callout>
      )}
      <Understood port={port} pasted={pasted} />
    </div>
  );
}

function Understood({ port, pasted }: { port: PresetsPort; pasted: Pasted }) {
  switch (pasted.kind) {
    case 'nothing':
      return null;
    case 'refused':
      return (
        <Callout tone="error" title="Nothing here can be opened">
          {visibleText(pasted.message)}
        </Callout>
      );
    case 'link':
      return <Callout tone="info" title="A share link" />;
    case 'payload':
      return (
        <Callout tone="info" title={`JSON of ${pasted.payload.bytes.byteLength} bytes`}>
          It becomes the payload of a new draft, as it stands.
        </Callout>
      );
    case 'command':
      return <CommandPreview port={port} preset={pasted.preset} notes={pasted.notes} />;
    case 'presets':
      return <PresetNames presets={pasted.presets} notice={droppedWords(pasted.dropped)} />;
  }
}

interface CommandPreviewProps {
  port: PresetsPort;
  preset: Preset;
  notes: readonly string[];
}

function CommandPreview({ port, preset, notes }: CommandPreviewProps) {
  const place = otherPlace(port, preset);
  return (
    <>
      {place !== null && (
        <Callout tone="warn" title="Another region">
          {place}
        </Callout>
      )}
      {notes.length > 0 && (
        <Callout tone="info" title="Read with these differences">
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Callout>
      )}
      <PresetPreview preset={preset} notice={undefined} />
    </>
  );
}

const shownNames = 20;

function PresetNames({ presets, notice }: { presets: readonly Preset[]; notice: string | undefined }) {
  return (
    <>
      <Callout tone="info" title={presets.length === 1 ? '1 preset' : `${presets.length} presets`}>
        <ul>
          {presets.slice(0, shownNames).map(({ name, request }, index) => (
            <li key={`${index} ${name}`}>
              <bdi>{visibleText(name)}</bdi> <span className="mono dim">{request.functionName}</span>
            </li>
          ))}
          {presets.length > shownNames && <li>and {presets.length - shownNames} more</li>}
        </ul>
      </Callout>
      {notice !== undefined && <Callout tone="info" title={notice} />}
    </>
  );
}

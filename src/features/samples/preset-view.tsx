import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { payloadText } from '../../documents/payload.ts';
import type { PayloadDocument } from '../../documents/payload-types.ts';
import { Button } from '../../ui/button.tsx';
import { formatBytes } from '../../ui/format-numbers.ts';
import { VisibleText } from '../../ui/visible-text.tsx';
import type { PresetChoice } from './sample-choice.ts';
import './sample-form.css';
import { SamplePreview } from './sample-preview.tsx';

export interface PresetViewProps {
  preset: PresetChoice;
  onUse: (payload: PayloadDocument) => void;
  onOpen: () => void;
  formRef: Ref<HTMLFormElement>;
}

/** A preset of the person's own: its payload, to be used or opened with all that belongs to it. */
export function PresetView({ preset, onUse, onOpen, formRef }: PresetViewProps) {
  const { data: payload = null, isSuccess } = useQuery({
    queryKey: ['sample-preset', preset.id],
    queryFn: preset.payload,
    networkMode: 'always',
    gcTime: 0,
  });
  const isText = payload?.encoding === 'utf8';
  return (
    <form
      ref={formRef}
      className="sample-form"
      aria-label={preset.name}
      onSubmit={(submitted) => {
        submitted.preventDefault();
        if (payload !== null) onUse(payload);
      }}
    >
      <div className="sample-form-head">
        <h3>
          <VisibleText text={preset.name} />
        </h3>
        <p>
          <VisibleText text={[preset.functionName || 'No function', ...preset.tags].join(' · ')} />
        </p>
      </div>
      <SamplePreview
        text={isText ? payloadText(payload) : null}
        instead={isSuccess ? instead(payload) : 'Reading the preset …'}
      />
      <div className="sample-form-actions">
        <Button onClick={onOpen}>Open in a new draft</Button>
        <Button
          variant="primary"
          type="submit"
          disabledReason={isSuccess && payload === null ? 'It can’t be read any more.' : undefined}
        >
          Use as payload
        </Button>
      </div>
    </form>
  );
}

function instead(payload: PayloadDocument | null): string {
  if (payload === null) return 'This preset can’t be read any more.';
  return `Binary, ${formatBytes(payload.bytes.length)}.`;
}

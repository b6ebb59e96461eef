import { TextView } from '../../ui/text-view.tsx';
import './sample-preview.css';

export interface SamplePreviewProps {
  /** null: there is none now. */
  text: string | null;
  /** Why there is none. */
  instead?: string | undefined;
}

/** What would become the payload, as it is. */
export function SamplePreview({ text, instead = 'The form has to be mended first.' }: SamplePreviewProps) {
  return (
    <div className="sample-preview">
      {text === null ? (
        <p className="sample-preview-none">{instead}</p>
      ) : (
        <TextView text={text} language="json" wrap label="Preview" />
      )}
    </div>
  );
}

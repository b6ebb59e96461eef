import { CopyButton } from '../../../ui/copy-button.tsx';
import { VisibleText } from '../../../ui/visible-text.tsx';

export interface SignedTextProps {
  title: string;
  text: string;
  /** The text's lines with what each is. */
  lines: readonly { label: string; text: string }[];
}

/** A text of the signature, line by line with its names; copied whole. */
export function SignedText({ title, text, lines }: SignedTextProps) {
  if (text === '') return null;
  return (
    <details className="signed-text">
      <summary>{title}</summary>
      <div className="signed-text-copy">
        <CopyButton label={`Copy ${title.toLowerCase()}`} text={text} withText />
      </div>
      <dl className="signed-text-lines">
        {lines.map((line, index) => (
          <div key={index} className="signed-text-line">
            <dt>{line.label}</dt>
            <dd className="mono">
              <VisibleText text={line.text} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

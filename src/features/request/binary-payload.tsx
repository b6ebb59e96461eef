import { Button } from '../../ui/button.tsx';
import { HexView } from '../../ui/hex-view.tsx';
import { Menu } from '../../ui/menu.tsx';
import { textForms } from '../../documents/text-forms.ts';
import './binary-payload.css';

export interface BinaryPayloadProps {
  bytes: Uint8Array;
  /** Makes that text the payload; the bytes can be had back. */
  onText: (text: string) => void;
}

/** Bytes that are not UTF-8 as what they are, and the ways back to a text. */
export function BinaryPayload({ bytes, onText }: BinaryPayloadProps) {
  const forms = textForms(bytes);
  return (
    <div className="binary-payload">
      <div className="binary-payload-bar">
        <p>
          These {bytes.length.toLocaleString()} bytes are not UTF-8 text. They are kept as they are; Lambda
          itself takes JSON alone.
        </p>
        <Menu
          align="end"
          trigger={<Button size="small">Make it text</Button>}
          items={[
            ...forms.map(({ id, label, text }) => ({ id, label, onSelect: () => onText(text()) })),
            'separator',
            { id: 'empty', label: 'Begin with an empty text', onSelect: () => onText('') },
          ]}
        />
      </div>
      <HexView bytes={bytes} label="Payload" />
    </div>
  );
}

import { Dialog } from '../../ui/dialog.tsx';
import { KeyValue } from '../../ui/key-value.tsx';

export interface AboutDialogProps {
  version: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Which version this is, and what becomes of what is typed into it. */
export function AboutDialog({ version, open, onOpenChange }: AboutDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="About Invoke Console" size="small">
      <p>A console in the browser for invoking AWS Lambda functions, with a local Lambda endpoint.</p>
      <KeyValue
        rows={[
          { key: 'Version', value: version },
          { key: 'Licence', value: 'Apache-2.0' },
        ]}
      />
      <p className="dim">
        Drafts, presets and history stay in this browser. Requests go straight from here to the endpoint of
        the connection, and nowhere else.
      </p>
    </Dialog>
  );
}

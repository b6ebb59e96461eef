import { useStore } from '../../ui/use-store.ts';
import { ExpectationsDialog } from './expectations-dialog.tsx';
import type { ExpectationsPort } from './expectations-port.ts';
import { StoredRunsDialog } from './stored-runs-dialog.tsx';

/** The window over expectations that is asked for. */
export function ExpectationWindows({ port }: { port: ExpectationsPort }) {
  const { open, actions } = useStore(port.dialogs, (state) => state);
  if (open?.name === 'expectations') {
    return <ExpectationsDialog port={port} of={open.of} add={open.add} onClose={actions.close} />;
  }
  if (open?.name === 'expectation-runs') {
    return <StoredRunsDialog port={port} of={open.of} onClose={actions.close} />;
  }
  return null;
}

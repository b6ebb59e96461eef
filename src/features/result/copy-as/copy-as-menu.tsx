import { SquareTerminal } from 'lucide-react';
import type { Run } from '../../../state/types.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { copyRunAs, formatNames, payloadMissing } from './copy-run-as.ts';

/** Takes a run along into a terminal or a program: the same invocation, its bytes exactly, no credential in it. */
export function CopyAsMenu({ run, withText = false }: { run: Run; withText?: boolean }) {
  const icon = <SquareTerminal aria-hidden="true" />;
  const missing = run.omitted.request === undefined ? {} : { disabledReason: payloadMissing };
  return (
    <Menu
      align="end"
      trigger={
        withText ? (
          <Button size="small" icon={icon}>
            Copy as
          </Button>
        ) : (
          <IconButton label="Copy as" size="small" icon={icon} />
        )
      }
      items={formatNames.map(([format, label]) => ({
        id: format,
        label,
        onSelect: () => void copyRunAs(run, format),
        ...missing,
      }))}
    />
  );
}

import { FileUp } from 'lucide-react';
import { useImperativeHandle, useRef, type Ref } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';

export interface OpenFileButtonProps {
  onFile: (file: File) => void;
  /** Opens the browser's own dialog. */
  handleRef: Ref<() => void>;
}

export function OpenFileButton({ onFile, handleRef }: OpenFileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const ask = (): void => input.current?.click();
  useImperativeHandle(handleRef, () => ask);
  return (
    <>
      <IconButton
        label="Open file as payload"
        shortcut="Shift+Alt+O"
        size="small"
        icon={<FileUp aria-hidden="true" />}
        onClick={ask}
      />
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          const file = event.target.files?.item(0);
          // The same file may be chosen again after it changed on disk.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}

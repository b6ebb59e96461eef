import { useState } from 'react';
import type { ClipboardEvent, DragEvent } from 'react';

export interface FileDrop {
  /** A file is held over the element. */
  over: boolean;
  handlers: {
    onDragEnterCapture: (event: DragEvent) => void;
    onDragOverCapture: (event: DragEvent) => void;
    onDragLeaveCapture: (event: DragEvent) => void;
    onDropCapture: (event: DragEvent) => void;
    onPasteCapture: (event: ClipboardEvent) => void;
  };
}

/** Files that are dropped or pasted, before an editor inside sees them. Dragged text is the editor's. */
export function useFileDrop(onFile: (file: File) => void): FileDrop {
  const [over, setOver] = useState(false);

  function take(event: DragEvent | ClipboardEvent, file: File): void {
    event.preventDefault();
    event.stopPropagation();
    onFile(file);
  }

  function claim(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  }

  return {
    over,
    handlers: {
      onDragEnterCapture: claim,
      onDragOverCapture: claim,
      onDragLeaveCapture: (event) => {
        const inside =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
        if (!inside) setOver(false);
      },
      onDropCapture: (event) => {
        setOver(false);
        const file = event.dataTransfer.files.item(0);
        if (file !== null) take(event, file);
      },
      onPasteCapture: (event) => {
        const file = event.clipboardData.files.item(0);
        if (file !== null && !hasOtherText(event.clipboardData)) take(event, file);
      },
    },
  };
}

function holdsFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer.types.includes('Files');
}

/** Some systems put the names of copied files beside them, as text. */
function hasOtherText(data: DataTransfer): boolean {
  const names = Array.from(data.files, ({ name }) => name);
  const lines = data.getData('text/plain').split(/\r?\n/);
  return lines.some((line) => line !== '' && !names.some((name) => line.endsWith(name)));
}

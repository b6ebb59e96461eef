import { lazy, Suspense, useState } from 'react';
import type { ConnectionsWindowProps } from './connections-window.tsx';

/** The connections, whose code comes when they are first asked for. */
export function ConnectionsDialog(props: ConnectionsWindowProps) {
  const [asked, setAsked] = useState(props.open);
  if (props.open && !asked) setAsked(true);
  return <Suspense fallback={null}>{asked && <ConnectionsWindow {...props} />}</Suspense>;
}

const ConnectionsWindow = lazy(async () => ({
  default: (await import('./connections-window.tsx')).ConnectionsWindow,
}));

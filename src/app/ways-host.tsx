import { Late } from '../ui/late.tsx';
import { latePart } from '../ui/late-part.ts';
import { useStore } from '../ui/use-store.ts';
import type { LateWaysProps } from './late-ways.tsx';
import { closeNotLoaded } from './not-loaded.ts';

/** The place of the windows that run more than once, and of what tells how far they are. */
export function WaysHost(props: LateWaysProps) {
  const { ways } = props.services;
  const asked = useStore(ways, ({ open }) => open !== null);
  return <Late {...{ part, asked, props }} onFailed={closeNotLoaded(() => ways.setState({ open: null }))} />;
}

const part = latePart(async () => (await import('./late-ways.tsx')).LateWays);

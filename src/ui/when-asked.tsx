import { Suspense, useState, type ReactNode } from 'react';

export interface WhenAskedProps {
  asked: boolean;
  children: ReactNode;
}

/** Shows what has its own late code from the first time it is asked for; later it opens and closes by itself. */
export function WhenAsked({ asked, children }: WhenAskedProps) {
  const [wasAsked, setWasAsked] = useState(asked);
  if (asked && !wasAsked) setWasAsked(true);
  return <Suspense fallback={null}>{wasAsked && children}</Suspense>;
}

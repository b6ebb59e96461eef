import type { ReactNode } from 'react';
import { latePart, useLatePart } from '../ui/late-part.ts';
import type { Services } from './compose.ts';

/** What leads to the documents inside a response; without their code the response is what it was before. */
export function insideResponse(services: Services): (text: string) => ReactNode {
  return (text) => <Inside {...{ services, text }} />;
}

function Inside(props: { services: Services; text: string }) {
  const { Part } = useLatePart(host);
  return Part !== null && <Part {...props} />;
}

const host = latePart(async () => (await import('./inside-response-host.tsx')).InsideResponseHost);

import type { Comparing } from '../../state/compare-store.ts';
import type { ComparePort } from './compare-port.ts';
import { ComparedParts } from './compared-parts.tsx';
import { FactsTable } from './facts-table.tsx';

export interface ComparedViewProps {
  port: ComparePort;
  comparing: Comparing;
  theme: 'dark' | 'light';
}

/** What came of both sides: facts first, then what was answered. */
export function ComparedView({ port, comparing, theme }: ComparedViewProps) {
  const { left, right } = comparing;
  return (
    <>
      <FactsTable comparing={comparing} />
      {left.run && right.run && (
        <ComparedParts
          key={`${left.run.id} ${right.run.id}`}
          stores={port}
          left={left.run}
          right={right.run}
          theme={theme}
          samePayload
        />
      )}
    </>
  );
}

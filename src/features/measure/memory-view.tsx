import type { Headroom } from '../../documents/measure/measurement.ts';
import { Meter } from '../../ui/meter.tsx';

/** How near the runs came to the memory that the function has. */
export function MemoryView({ memory }: { memory: readonly Headroom[] }) {
  if (memory.length === 0) return null;
  return (
    <section className="measure-part">
      <h3>Memory</h3>
      {memory.map(({ configuredMB, mostUsedMB }) => (
        <div key={configuredMB} className="measure-memory">
          <p className="tabular">{headroomWords({ configuredMB, mostUsedMB })}</p>
          <Meter
            label="Most memory used"
            value={mostUsedMB}
            max={configuredMB}
            valueText={`${mostUsedMB} of ${configuredMB} MB`}
          />
        </div>
      ))}
    </section>
  );
}

function headroomWords({ configuredMB, mostUsedMB }: Headroom): string {
  const free = configuredMB - mostUsedMB;
  const share = Math.round((100 * free) / configuredMB);
  return `At most ${mostUsedMB} of ${configuredMB.toLocaleString()} MB used: ${free} MB, ${share} % to spare`;
}

import { useEffect, useState } from 'react';
import type { Diagnosis } from '../../../documents/doctor/doctor-types.ts';
import { remediesOf } from '../../../documents/doctor/remedy.ts';
import type { Run } from '../../../state/types.ts';
import { RemedyList } from '../../../ui/remedy-list.tsx';
import type { ResultHelp } from './result-help.ts';
import './diagnosis-view.css';

export interface DiagnosisViewProps {
  run: Run;
  help: ResultHelp;
}

/** The failing layer and its fix. What a web page cannot know is said as unknown, with how to find out. */
export function DiagnosisView({ run, help }: DiagnosisViewProps) {
  const diagnosis = useDiagnosis(run, help);
  if (diagnosis === null) return null;
  const { layer, title, meaning, unknown, fixes } = diagnosis;
  return (
    <section className="diagnosis-view" aria-label="Diagnosis" data-layer={layer}>
      <h2 className="diagnosis-view-title">{title}</h2>
      <p>{meaning}</p>
      {unknown !== undefined && (
        <p>
          <strong>Not known.</strong> {unknown}
        </p>
      )}
      <RemedyList label="What to do" items={remediesOf(fixes)} onAct={help.act} />
    </section>
  );
}

/** Made once for each run, when it is looked at. */
function useDiagnosis(run: Run, help: ResultHelp): Diagnosis | null {
  const [found, setFound] = useState<{ runId: string; diagnosis: Diagnosis | null } | null>(null);
  const { id } = run;
  const isKnown = found?.runId === id;
  useEffect(() => {
    if (isKnown) return undefined;
    let isCurrent = true;
    help.diagnose(run).then(
      (diagnosis) => isCurrent && setFound({ runId: id, diagnosis }),
      // The error's own words stand above; without a diagnosis there is nothing more to say.
      () => isCurrent && setFound({ runId: id, diagnosis: null }),
    );
    return () => {
      isCurrent = false;
    };
  }, [isKnown, help, run, id]);
  return isKnown ? found.diagnosis : null;
}

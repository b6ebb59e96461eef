import type { Diagnosis } from '../documents/doctor/doctor-types.ts';
import type { CheckLine, CheckedTarget } from '../state/check-lines.ts';
import type { Connection, Run } from '../state/types.ts';
import type { CreateDoctor } from './doctor.ts';

/** Finds out why a request can't be completed. Its code comes when it is first needed. */
export interface Doctor {
  /** null when the error's own words say it all. */
  examine(run: Run, active: Connection | undefined): Promise<Diagnosis | null>;
  /** No line at all without a connection. */
  check(target: DoctorTarget, signal: AbortSignal): AsyncIterable<CheckLine>;
}

export type DoctorTarget = Omit<CheckedTarget, 'ports' | 'connection'> & {
  connection: Connection | undefined;
};

/** The doctor, whose code comes with the first patient. */
export function createLateDoctor(given: CreateDoctor): Doctor {
  let doctor: Promise<Doctor> | undefined;
  const load = (): Promise<Doctor> =>
    (doctor ??= import('./doctor.ts').then(({ createDoctor }) => createDoctor(given)));
  return {
    examine: async (run, active) => (await load()).examine(run, active),
    async *check(target, signal) {
      yield* (await load()).check(target, signal);
    },
  };
}

import type { Pasted } from '../../documents/pasted/read-pasted.ts';
import type { PayloadDocument } from '../../documents/payload-types.ts';
import type { Preset } from '../../documents/preset-types.ts';
import { activeConnection } from '../../state/connection-types.ts';
import { draftFromPreset } from '../../state/preset-draft.ts';
import { showToast } from '../../ui/toast.ts';
import type { PresetsPort } from './presets-port.ts';

/** Beside the drafts that there are; nothing is sent. */
export function openPreset({ drafts }: PresetsPort, preset: Preset): void {
  drafts.getState().actions.open(draftFromPreset(preset));
}

export function openPayload({ drafts }: PresetsPort, payload: PayloadDocument): void {
  drafts.getState().actions.open({ payload });
}

/** Keeps them as new ones, all or none; the message when they could not be kept. */
export async function storePresets(
  { store }: PresetsPort,
  presets: readonly Preset[],
): Promise<string | null> {
  const added = await store.getState().actions.add(presets);
  if (!added.ok) return added.error.message;
  const count = presets.length;
  showToast({ title: count === 1 ? '1 preset imported' : `${count} presets imported`, tone: 'success' });
  return null;
}

/** A command that was copied here names the endpoint of the connection, whose port is no use to others. */
export function withoutOwnEndpoint({ connections }: PresetsPort, pasted: Pasted): Pasted {
  if (pasted.kind !== 'command') return pasted;
  const { preset } = pasted;
  const own = activeConnection(connections.getState())?.endpoint ?? null;
  if (preset.target === null || own === null || !isSameAddress(preset.target.endpoint, own)) return pasted;
  return { ...pasted, preset: { ...preset, target: { ...preset.target, endpoint: null } } };
}

/** What a command says of its place that the connection says otherwise; null when there is nothing to say. */
export function otherPlace({ connections }: PresetsPort, { target }: Preset): string | null {
  const connection = activeConnection(connections.getState());
  const region = target?.region ?? null;
  if (connection === undefined || region === null || region === connection.region) return null;
  return `It is for ${region}; the connection ${connection.name} is in ${connection.region}. A draft opened from it goes to that connection.`;
}

function isSameAddress(one: string | null, other: string): boolean {
  return one !== null && one.replace(/\/+$/, '') === other.replace(/\/+$/, '');
}

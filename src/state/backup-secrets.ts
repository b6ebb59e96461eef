import { encodeBase64 } from '../documents/base64.ts';
import { payloadFromBytes } from '../documents/payload.ts';
import { maskPreset, secretsInPreset } from '../documents/preset-secrets.ts';
import { changedBytes, findSecrets, maskSecrets } from '../documents/secret-scan.ts';
import type { Backup, StoredRun } from './backup-types.ts';
import type { Environment } from './environments.ts';
import { secretsAt } from './sent-secrets.ts';
import type { StoredBody, StoredResult } from './history-types.ts';
import type { Draft } from './types.ts';

export interface BackupSecrets {
  /** Records with at least one. */
  records: number;
  /** What they look like, such as `AWS access key id`, each once. */
  kinds: readonly string[];
}

/** The page stays alive while a history of any size is looked through. */
const mostAtOnceMs = 20;

/** What looks like a secret in presets, drafts and runs, or is a known one. */
export async function secretsInBackup(
  { presets, drafts, runs, environments }: Backup,
  known: readonly string[] = [],
): Promise<BackupSecrets> {
  const kinds = new Set<string>();
  let records = 0;
  const count = (found: readonly { kind: string }[]): void => {
    if (found.length > 0) records += 1;
    for (const { kind } of found) kinds.add(kind);
  };
  const breathe = breather();
  for (const preset of presets) {
    count(secretsInPreset(preset, known));
    await breathe();
  }
  for (const [change, own] of [
    ...environments.map((one) => [environmentWith(one), []] as const),
    ...drafts.map((one) => [draftWith(one), []] as const),
    ...runs.map((one) => [runWith(one), secretsOf(one)] as const),
  ]) {
    const found: { kind: string }[] = [];
    change((text) => {
      found.push(...findSecrets(text, [...known, ...own]));
      return text;
    });
    count(found);
    await breathe();
  }
  return { records, kinds: [...kinds] };
}

/** The backup with asterisks over everything that secretsInBackup finds; what is stored stays as it is. */
export async function maskBackup(backup: Backup, known: readonly string[] = []): Promise<Backup> {
  const cover = (text: string): string => maskSecrets(text, known);
  const breathe = breather();
  const masked = async <Item>(items: readonly Item[], mask: (item: Item) => Item): Promise<Item[]> => {
    const done: Item[] = [];
    for (const item of items) {
      done.push(mask(item));
      await breathe();
    }
    return done;
  };
  return {
    ...backup,
    presets: await masked(backup.presets, (preset) => maskPreset(preset, known)),
    environments: backup.environments.map((one) => environmentWith(one)(cover)),
    drafts: await masked(backup.drafts, (draft) => draftWith(draft)(cover)),
    runs: await masked(backup.runs, (run) =>
      runWith(run)((text) => maskSecrets(text, [...known, ...secretsOf(run)])),
    ),
  };
}

function breather(): () => Promise<void> {
  let freeAt = performance.now() + mostAtOnceMs;
  return async () => {
    if (performance.now() < freeAt) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    freeAt = performance.now() + mostAtOnceMs;
  };
}

/** What a run of an earlier page was sent with is known by its record alone. */
function secretsOf({ body: { request } }: StoredRun): readonly string[] {
  return 'bytes' in request.payload ? secretsAt(request.payload.bytes, request.secretParts) : [];
}

type ChangeText = (text: string) => string;

function environmentWith(environment: Environment) {
  return (change: ChangeText): Environment => ({
    ...environment,
    values: environment.values.map((one) => ({ ...one, value: change(one.value) })),
  });
}

function draftWith(draft: Draft) {
  return (change: ChangeText): Draft => ({
    ...draft,
    title: draft.title === null ? null : change(draft.title),
    tenantId: change(draft.tenantId),
    durableExecutionName: change(draft.durableExecutionName),
    traceId: change(draft.traceId),
    clientContext: change(draft.clientContext),
    payload: payloadFromBytes(changedBytes(draft.payload.bytes, change)),
  });
}

function runWith({ summary, body }: StoredRun) {
  return (change: ChangeText): StoredRun => {
    const request = {
      ...body.request,
      payload: changedBody(body.request.payload, change),
      clientContext: change(body.request.clientContext),
      traceId: change(body.request.traceId),
    };
    // What was signed holds the client context once more, encoded.
    const isSame =
      request.clientContext === body.request.clientContext && request.traceId === body.request.traceId;
    const result = body.result && changedResult(body.result, change);
    return { summary, body: { ...body, request, result, prepared: isSame ? body.prepared : null } };
  };
}

function changedResult(result: StoredResult, change: ChangeText): StoredResult {
  if (!result.ok) {
    const { error, body } = result;
    return {
      ...result,
      error: { ...error, message: change(error.message) },
      body: body && changedBody(body, change),
    };
  }
  const { output, payload } = result;
  return { ...result, output: changedOutput(output, change), payload: changedBody(payload, change) };
}

type StoredOutput = Extract<StoredResult, { ok: true }>['output'];

const logHeader = 'x-amz-log-result';

/** The log is there three times: as text, as it came, and in its header. */
function changedOutput(output: StoredOutput, change: ChangeText): StoredOutput {
  const { logResult, headers } = output;
  const text = change(logResult?.text ?? '');
  const isSame = text === (logResult?.text ?? '');
  const base64 = isSame ? logResult?.base64 : encodeBase64(new TextEncoder().encode(text));
  return {
    ...output,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => {
        return name === logHeader ? [name, base64 ?? value] : [name, change(value)];
      }),
    ),
    ...(logResult && base64 !== undefined ? { logResult: { ...logResult, text, base64 } } : {}),
  };
}

function changedBody(body: StoredBody, change: ChangeText): StoredBody {
  return 'bytes' in body ? { bytes: changedBytes(body.bytes, change) } : body;
}

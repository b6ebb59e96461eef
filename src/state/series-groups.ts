import type { RunSummary } from './history-types.ts';
import { begunEntry, recordChanges, removalChanges, type RunRecord } from './run-record.ts';
import type { StorageChange, StorageDb, StorageResult, StorageTransaction } from './storage-types.ts';
import { pageEntries, parseSummary } from './stored-run.ts';

/** What is to be written of a run of a series; `gone` was never sent. */
export type RunStep =
  | BeginStep
  | { type: 'end'; id: string; record: RunRecord }
  | { type: 'gone'; id: string };

interface BeginStep {
  type: 'begin';
  id: string;
  record: RunRecord;
}

/** Larger payloads are records of their own: a group is read and written again when its runs have ended. */
const groupedPayloadBytes = 4_096;

interface Group {
  key: string;
  /** What became of its runs since it was written last; null: gone. */
  over: Map<string, RunSummary | null>;
}

/**
 * Runs of a series that begin together share a record. What IndexedDB costs is the number of records: by groups it is
 * little more than one a run, where a begin and an end of their own are three.
 */
export function seriesGroups(storage: Promise<StorageDb>) {
  const groupOf = new Map<string, Group>();
  const unsettled = new Set<Group>();

  const changesOf = (step: RunStep): StorageChange[] => {
    const isGrouped = groupOf.has(step.id);
    if (step.type === 'gone') return isGrouped ? [] : removalChanges(step.id);
    return isGrouped ? [endedInGroup(step.record)] : recordChanges(step.record);
  };
  const note = (step: RunStep): void => {
    const group = groupOf.get(step.id);
    if (!group || step.type === 'begin') return;
    groupOf.delete(step.id);
    group.over.set(step.id, step.type === 'end' ? step.record.summary : null);
    unsettled.add(group);
  };
  return {
    /** All of it or nothing, in one transaction. */
    async write(steps: readonly RunStep[]): Promise<StorageResult<void>> {
      const together = steps.filter(isGroupable);
      const group = together.length > 1 ? groupChange(together.map(({ record }) => record)) : null;
      const others = group ? steps.filter((step) => !isGroupable(step)) : steps;
      const changes = others.flatMap(changesOf);
      const db = await storage;
      const written = await db.write(group ? [group, ...changes] : changes);
      if (!written.ok) return written;
      if (group) {
        const opened: Group = { key: group.key, over: new Map() };
        for (const { id } of together) groupOf.set(id, opened);
      }
      others.forEach(note);
      return written;
    },
    /** Says in the groups how their runs have ended. Not done, as when the page goes, the bodies say it. */
    async settle(): Promise<void> {
      const groups = [...unsettled].map((group) => ({ ...group }));
      for (const group of unsettled) group.over = new Map();
      unsettled.clear();
      if (groups.length === 0) return;
      const db = await storage;
      await db.transact(['runGroups'], 'readwrite', (tx) =>
        Promise.all(groups.map((group) => settleGroup(tx, group))),
      );
    },
  };
}

function isGroupable(step: RunStep): step is BeginStep {
  return step.type === 'begin' && step.record.summary.requestBytes <= groupedPayloadBytes;
}

/** As it is stored now: a run that was taken out meanwhile stays away. */
async function settleGroup(tx: StorageTransaction, { key, over }: Group): Promise<void> {
  const entries = pageEntries(await tx.get('runGroups', key));
  const settled = entries.flatMap((entry): unknown => {
    const ended = over.get(parseSummary(entry)?.id ?? '');
    return ended === undefined ? [entry] : (ended ?? []);
  });
  if (settled.length > 0) await tx.put('runGroups', key, { v: 1, summaries: settled });
  else if (entries.length > 0) await tx.delete('runGroups', key);
}

/** Those of a series that begin together, in one record. */
function groupChange(records: readonly RunRecord[]): StorageChange & { type: 'put' } {
  const inOrder = records.toSorted((a, b) => (a.summary.id < b.summary.id ? -1 : 1));
  const value = { v: 1, summaries: inOrder.map(begunEntry) };
  return { type: 'put', store: 'runGroups', key: inOrder[0]?.summary.id ?? '', value };
}

/** One record where the group has the other: the group is written again when more of its runs have ended. */
function endedInGroup({ summary, body }: RunRecord): StorageChange {
  return { type: 'put', store: 'runBodies', key: body.id, value: { ...body, summary } };
}

import { watch, type FSWatcher } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Calls every listener soon after something in the folder has changed, and once at the beginning: from then on nothing
 * is missed. Nothing is watched while nobody listens.
 */
export interface FolderWatch {
  listen(listener: () => void): () => void;
  close(): void;
}

export interface WatchTimes {
  /** From the first sign of a change until it is told: a checkout changes many files. */
  settleMs?: number;
  /** Between two looks at the times of all files, for file systems that tell of no change. */
  lookMs?: number;
}

/** Watches a folder and the folders in it, no deeper. */
export function watchFolder(dir: string, { settleMs = 60, lookMs = 4000 }: WatchTimes = {}): FolderWatch {
  const listeners = new Set<() => void>();
  let watchers = new Map<string, FSWatcher>();
  let looking: NodeJS.Timeout | undefined;
  let settling: NodeJS.Timeout | undefined;
  let seen: string | null = null;

  const settle = async (): Promise<void> => {
    settling = undefined;
    const now = await folderSignature(dir);
    if (now.text === seen || listeners.size === 0) return;
    seen = now.text;
    watchers = watchAll([dir, ...now.folders], watchers, changed);
    for (const listener of listeners) listener();
  };
  function changed(): void {
    settling ??= setTimeout(() => void settle(), settleMs);
  }
  const stop = (): void => {
    clearInterval(looking);
    clearTimeout(settling);
    settling = undefined;
    seen = null;
    watchers = watchAll([], watchers, changed);
  };
  return {
    listen(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        looking = setInterval(changed, lookMs);
        looking.unref();
        void settle();
      } else if (seen !== null) listener();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    close() {
      listeners.clear();
      stop();
    },
  };
}

/** Opens what is missing and closes what is gone. A folder that can't be watched is still looked at now and then. */
function watchAll(
  folders: readonly string[],
  before: ReadonlyMap<string, FSWatcher>,
  onChange: () => void,
): Map<string, FSWatcher> {
  const after = new Map<string, FSWatcher>();
  for (const folder of folders) {
    const watcher = before.get(folder) ?? tryWatch(folder, onChange);
    if (watcher) after.set(folder, watcher);
  }
  for (const [folder, watcher] of before) if (!after.has(folder)) watcher.close();
  return after;
}

function tryWatch(folder: string, onChange: () => void): FSWatcher | null {
  try {
    return watch(folder, { persistent: false }, onChange).on('error', () => undefined);
  } catch {
    return null;
  }
}

/** Names, sizes and times of all JSON files, as one text; and the folders that hold them. */
async function folderSignature(dir: string): Promise<{ text: string; folders: string[] }> {
  const lines: string[] = [];
  const folders: string[] = [];
  for (const group of await entriesOf(dir)) {
    if (!group.isDirectory()) continue;
    const folder = join(dir, group.name);
    folders.push(folder);
    for (const file of await entriesOf(folder)) {
      if (!file.isFile() || !file.name.endsWith('.json')) continue;
      const { size, mtimeMs, ino } = await stat(join(folder, file.name)).catch(() => gone);
      lines.push(`${group.name}/${file.name} ${size} ${mtimeMs} ${ino}`);
    }
  }
  return { text: lines.join('\n'), folders };
}

const gone = { size: -1, mtimeMs: 0, ino: 0 };

function entriesOf(folder: string) {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import * as v from 'valibot';
import { readBody } from '../lambda/http/read-body.ts';
import type { PageRoute } from '../page/page-route.ts';
import { watchFolder, type FolderWatch } from './watch-folder.ts';
import { presetWriter, type PresetChange, type PresetChanged } from './write-preset.ts';

/** 20 MiB of payload as base64, and the document. */
const mostBytes = 29 * 1024 * 1024;

/**
 * The preset folder in both directions: `GET /preset-folder/changes` tells when something in it has changed (server
 * sent events), `PUT /preset-folder/file` writes or removes one preset.
 */
export function presetRoute(dir: string, watching: FolderWatch = watchFolder(dir)): PageRoute {
  const write = presetWriter(dir);
  return {
    prefix: '/preset-folder',
    methods: ['GET', 'PUT'],
    async answer(request, response, path) {
      if (path === '/preset-folder/changes' && request.method === 'GET') tellChanges(response, watching);
      else if (path === '/preset-folder/file' && request.method === 'PUT') {
        await answerChange(request, response, write);
      } else send(response, 404, { message: 'There is nothing at this address.' });
    },
  };
}

function tellChanges(response: ServerResponse, watching: FolderWatch): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.flushHeaders();
  const stop = watching.listen(() => response.write('event: change\ndata: {}\n\n'));
  // A line now and then finds out that the other end has gone without a word.
  const beat = setInterval(() => response.write(':\n\n'), 30_000);
  beat.unref();
  response.once('close', () => {
    clearInterval(beat);
    stop();
  });
}

async function answerChange(
  request: IncomingMessage,
  response: ServerResponse,
  write: (change: PresetChange) => Promise<PresetChanged>,
): Promise<void> {
  // Another site can't send this type without asking first, whatever else it can.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    send(response, 415, { message: 'A change is sent as application/json.' });
    return;
  }
  const body = await readBody(request, mostBytes);
  if (body.kind === 'aborted') return;
  if (body.kind === 'too-large') {
    send(response, 413, { message: 'A preset of this folder has at most 20 MiB.' });
    return;
  }
  const change = readChange(body.bytes);
  if (change === null) send(response, 400, { message: 'This is no change of a preset file.' });
  else {
    const changed = await write(change);
    send(response, statusOf[changed.kind], changed);
  }
}

const statusOf = { written: 200, conflict: 409, taken: 409, refused: 400, 'read-only': 403 } as const;

const changeSchema = v.object({
  path: v.string(),
  version: v.nullable(v.string()),
  files: v.nullable(v.object({ preset: v.string(), payload: v.nullable(v.string()) })),
});

function readChange(bytes: Buffer): PresetChange | null {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
  const parsed = v.safeParse(changeSchema, value);
  if (!parsed.success) return null;
  const { files, ...change } = parsed.output;
  if (files === null) return { ...change, files };
  const payload = files.payload === null ? null : Buffer.from(files.payload, 'base64');
  if (payload !== null && payload.toString('base64') !== files.payload) return null;
  return { ...change, files: { preset: files.preset, payload } };
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(JSON.stringify(value));
}

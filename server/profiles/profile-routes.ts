import type { IncomingMessage, ServerResponse } from 'node:http';
import { jsonResponse } from '../lambda/http/messages.ts';
import { readBody } from '../lambda/http/read-body.ts';
import { writeResponse } from '../lambda/http/write-response.ts';
import type { PageRoute } from '../page/page-route.ts';
import { listProfiles, ProfileFault, profileCredentials, type ProfileFiles } from './machine-profiles.ts';

/**
 * What `--profiles` adds to the page's port: the names of the machine's profiles, and on a click the credentials of
 * one. They go to the page's own fetch alone, are kept nowhere and written to no log.
 */
export function profileRoutes(files: ProfileFiles = {}): readonly PageRoute[] {
  return [
    {
      prefix: '/profiles.json',
      methods: ['GET'],
      answer: (_request, response) =>
        answerWith(response, async () => ({ profiles: await listProfiles(files) })),
    },
    {
      prefix: '/profiles/credentials',
      methods: ['POST'],
      answer: (request, response) =>
        answerWith(response, async () => profileCredentials(await readName(request), files)),
    },
  ];
}

async function answerWith(response: ServerResponse, work: () => Promise<unknown>): Promise<void> {
  try {
    await writeResponse(response, jsonResponse(200, await work()));
  } catch (error) {
    const fault =
      error instanceof ProfileFault ? error : new ProfileFault(500, 'The AWS files can’t be read.');
    await writeResponse(response, jsonResponse(fault.status, { message: fault.message }));
  }
}

/** As JSON only: a form of another site can't send that. */
async function readName(request: IncomingMessage): Promise<string> {
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  const body = isJson ? await readBody(request, 4_096) : undefined;
  const name = body?.kind === 'complete' ? nameIn(body.bytes.toString('utf8')) : undefined;
  if (name !== undefined) return name;
  request.resume();
  throw new ProfileFault(400, 'The request names no profile.');
}

function nameIn(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const name: unknown =
      typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : undefined;
    return typeof name === 'string' ? name : undefined;
  } catch {
    return undefined;
  }
}

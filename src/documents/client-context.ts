/** The longest X-Amz-Client-Context that Lambda takes, in bytes of base64. */
export const clientContextLimitBytes = 3583;

/** Bytes of base64 that a client context text has in its header; an empty one is not sent. */
export function clientContextBytes(text: string): number {
  if (text.trim() === '') return 0;
  return Math.ceil(new TextEncoder().encode(text).length / 3) * 4;
}

/** What a function gets of a client context, by the runtime it runs under. */
export interface SeenClientContext {
  /** `context.clientContext` of Node.js, which parses the whole document: of two equal keys the last one counts. */
  inNode: string;
  /** Members beside client, custom and env: Java, Python, Go and .NET have no place for them. */
  lost: string[];
}

/** null for a text that is no JSON object, of which Lambda and the runtimes make nothing. */
export function seenClientContext(text: string): SeenClientContext | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const lost = Object.keys(value).filter((name) => !knownMembers.has(name));
    return { inNode: JSON.stringify(value, null, 2), lost };
  } catch {
    return null;
  }
}

const knownMembers = new Set(['client', 'custom', 'env']);

/** All members that the runtimes know, to be filled in. */
export const clientContextSkeleton = `{
  "client": {
    "installation_id": "",
    "app_title": "",
    "app_version_name": "",
    "app_version_code": "",
    "app_package_name": ""
  },
  "custom": {
    "key": "value"
  },
  "env": {
    "platform_version": "",
    "platform": "",
    "make": "",
    "model": "",
    "locale": ""
  }
}`;

const text = (description: string) => ({ type: 'string', description });

/** For completion and gentle warnings; the members are those of the AWS Mobile SDK, which every runtime knows. */
export const clientContextSchema = {
  type: 'object',
  properties: {
    client: {
      type: 'object',
      description: 'The app that calls.',
      properties: {
        installation_id: text('An id of this installation of the app.'),
        app_title: text('The name of the app.'),
        app_version_name: text('Its version as people read it, such as 2.1.'),
        app_version_code: text('Its version as a number.'),
        app_package_name: text('The name of its package.'),
      },
    },
    custom: {
      type: 'object',
      description: 'Whatever the caller wants to say. Java and Go take texts alone as values.',
      additionalProperties: { type: 'string' },
    },
    env: {
      type: 'object',
      description: 'The device that the app runs on.',
      properties: {
        platform_version: text('The version of its system.'),
        platform: text('Its system, such as iOS or Android.'),
        make: text('Who made it.'),
        model: text('Its model.'),
        locale: text('Its language and region, such as en_GB.'),
      },
    },
  },
};

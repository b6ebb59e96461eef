import * as v from 'valibot';
import { parseFunctionName, resolveEndpoint } from '../core/index.ts';
import { classifyEndpoint } from './endpoint-class.ts';
import { maxExpectations, readExpectation } from './expectations/read-expectations.ts';
import { isJsonObject } from './foreign-json.ts';
import { payloadFromPreset } from './payload.ts';
import type { Preset, PresetProblem, UnknownKeys } from './preset-types.ts';
import { invocationTypes, retryModes } from './request-options.ts';

type ReadPreset = { ok: true; preset: Preset } | { ok: false; problem: PresetProblem };

/**
 * One preset out of a value that has no forbidden keys any more. Every member is read by its name into a fresh
 * object; what this version does not know is kept aside.
 */
export function readPreset(value: unknown): ReadPreset {
  const parsed = v.safeParse(presetSchema, value);
  if (!parsed.success) return refuse('shape', wordsOf(parsed.issues[0]));
  const { request, target, ...rest } = parsed.output;
  const payload = payloadFromPreset(request);
  if (!payload.ok) {
    const code = request.payloadEncoding === 'utf8' ? 'payload-not-utf8' : 'shape';
    return refuse(code, `request.payload: ${payload.problem.message}`);
  }
  const source = isJsonObject(value) ? value : {};
  return {
    ok: true,
    preset: {
      ...rest,
      request: { ...request, extra: unknownKeys(source['request'], presetRequestSchema.entries) },
      target: target && { ...target, extra: unknownKeys(source['target'], presetTargetSchema.entries) },
      extra: unknownKeys(source, presetSchema.entries),
    },
  };
}

const limited = (limit: number) =>
  v.pipe(v.string(), v.maxLength(limit, `At most ${limit} characters are allowed.`));

const functionName = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value === '') return;
    const parsed = parseFunctionName(dataset.value);
    if (!parsed.ok) addIssue({ message: parsed.message });
  }),
);

const qualifier = v.pipe(
  v.string(),
  v.regex(/^(?:|\$LATEST(?:\.PUBLISHED)?|[\w-]{1,128})$/, 'A qualifier is $LATEST, a version or an alias.'),
);

const endpoint = v.pipe(
  v.string(),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const found = classifyEndpoint(dataset.value);
    if (found.kind === 'refused') addIssue({ message: found.message });
  }),
);

const region = v.pipe(
  v.string(),
  v.check((text) => resolveEndpoint({ region: text }).ok, 'A region is one part of a host name.'),
);

const presetRequestSchema = v.object({
  functionName,
  qualifier: v.optional(qualifier, ''),
  invocationType: v.optional(v.picklist(invocationTypes), 'RequestResponse'),
  logType: v.optional(v.picklist(['None', 'Tail']), 'Tail'),
  payload: v.optional(v.string(), ''),
  payloadEncoding: v.optional(v.picklist(['utf8', 'base64']), 'utf8'),
  clientContext: v.optional(v.string(), ''),
  tenantId: v.nullish(limited(256), null),
  durableExecutionName: v.nullish(limited(64), null),
  stream: v.optional(v.boolean(), false),
  traceId: v.nullish(limited(1024), null),
  retryMode: v.optional(v.picklist(retryModes), 'safe'),
  variables: v.optional(v.literal(true)),
});

const presetTargetSchema = v.object({
  region: v.nullish(region, null),
  endpoint: v.nullish(endpoint, null),
});

const presetSchema = v.object({
  id: v.optional(limited(200), ''),
  name: v.pipe(limited(200), v.minLength(1, 'A preset needs a name.')),
  description: v.optional(limited(4000), ''),
  tags: v.optional(v.pipe(v.array(limited(100)), v.maxLength(64, 'At most 64 tags are allowed.')), []),
  request: presetRequestSchema,
  target: v.nullish(presetTargetSchema, null),
  expectations: v.optional(
    v.pipe(
      v.array(v.unknown()),
      v.maxLength(maxExpectations, `At most ${maxExpectations} expectations are allowed.`),
      v.transform((all) => all.map(readExpectation)),
    ),
    [],
  ),
});

function refuse(code: PresetProblem['code'], message: string): ReadPreset {
  return { ok: false, problem: { code, message } };
}

function unknownKeys(source: unknown, known: object): UnknownKeys {
  if (!isJsonObject(source)) return {};
  return Object.fromEntries(Object.entries(source).filter(([key]) => !Object.hasOwn(known, key)));
}

function wordsOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path === null ? issue.message : `${path}: ${issue.message}`;
}

import { JsonScanner } from './json-scan.ts';

/** Whether arrays and objects of a JSON text are nested deeper than `limit`; stops at the first that is. */
export function isDeeperThan(text: string, limit: number): boolean {
  const scanner = new JsonScanner(text);
  let depth = 0;
  while (scanner.next()) {
    if (scanner.kind === '{' || scanner.kind === '[') depth += 1;
    else if (scanner.kind === '}' || scanner.kind === ']') depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

/**
 * A fresh copy of a parsed JSON value without the keys that no foreign document may bring, at any depth: those that
 * reach prototypes, and those that name a credential, a transport or a protection. `dropped` takes their paths.
 */
export function withoutForbiddenKeys(value: unknown, dropped: string[], path = ''): unknown {
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => withoutForbiddenKeys(item, dropped, `${path}[${index}]`));
  }
  if (!isJsonObject(value)) return value;
  const kept: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (isForbidden(key)) dropped.push(at);
    else kept.push([key, withoutForbiddenKeys(item, dropped, at)]);
  }
  return Object.fromEntries(kept);
}

export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isForbidden(key: string): boolean {
  return reachingPrototypes.has(key) || forbiddenNames.test(key.replace(/[^A-Za-z]/g, ''));
}

const reachingPrototypes = new Set(['__proto__', 'constructor', 'prototype']);

/** Compared without separators and case: `aws_secret_access_key` and `secretAccessKey` are one name. */
const forbiddenNames = new RegExp(
  `^(?:aws)?(?:${[
    'accesskey(?:id)?',
    'secret(?:s|key|accesskey)?',
    '(?:session|security|auth|access|bearer|api|refresh|id|x?amzsecurity)?tokens?',
    'credentials?(?:source|process|provider)?',
    'passw(?:or)?d|passphrase',
    '(?:private|api|signing)key',
    'authorization',
    'profiles?(?:name)?',
    'rolearn|externalid|mfaserial',
    'relay(?:url)?|transport(?:url)?|proxy(?:url)?',
    'production|isproduction|readonly|protected|protection|guards?',
    'allowed?(?:origins?|endpoints?)|trusted(?:origins?|endpoints?)?',
  ].join('|')})$`,
  'i',
);

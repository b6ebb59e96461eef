import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventTypes, schemasFile } from '../scripts/gen-schemas.mjs';

test(
  'src/documents/event-schemas.json is what scripts/gen-schemas.mjs makes of the installed parser',
  { timeout: 60_000 },
  async () => {
    const committed: unknown = JSON.parse(readFileSync(schemasFile, 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(await eventTypes())));
  },
);

test('every event type has an id of its own, a service, a label and a schema of draft 7', async () => {
  const types = await eventTypes();
  expect(new Set(types.map(({ id }) => id)).size).toBe(types.length);
  for (const { id, group, label, schema } of types) {
    expect(
      [id, group, label].every((text) => text.length > 1),
      id,
    ).toBe(true);
    expect(JSON.stringify(schema)).not.toContain('$defs');
    expect(schema).toHaveProperty('type');
  }
});

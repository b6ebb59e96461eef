import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { learnedDoubts } from '../../documents/learned/doubts.ts';
import { learnedSchema } from '../../documents/learned/learned-schema.ts';
import { nothingLearned, teach } from '../../documents/learned/teach.ts';
import '../../ui/base.css';
import { JsonEditor, type EditorProblem, type JsonEditorHandle } from '../../ui/json-editor.tsx';

test('the editor doubts gently, warns of nothing, and proposes names with what was seen of them', async () => {
  const learned = nothingLearned();
  for (let index = 0; index < 6; index += 1) {
    teach(learned, JSON.stringify({ id: `ord_${index}`, state: index % 2 ? 'paid' : 'open', note: 'n' }));
  }
  const text = '{\n  "id": 7,\n  "totl": 1,\n  \n}';
  const problems: EditorProblem[] = [];
  const handleRef: { current: JsonEditorHandle | null } = { current: null };
  await render(
    <div style={{ blockSize: 400 }}>
      <JsonEditor
        id="learned-test"
        label="Payload"
        text={text}
        revision={0}
        onChange={() => undefined}
        onProblems={(found) => problems.push(...found.filter(({ severity }) => severity === 'warning'))}
        schema={{ uri: 'inmemory://learned/orders', schema: learnedSchema(learned) }}
        hints={learnedDoubts(learned, text)}
        handleRef={handleRef}
        theme="dark"
        fontSize={13}
        wrap
      />
    </div>,
  );
  await expect.poll(() => document.querySelectorAll('.squiggly-info').length, { timeout: 50_000 }).toBe(2);
  handleRef.current?.reveal(4, 3);
  await userEvent.keyboard('{Control>} {/Control}');
  await expect
    .poll(() => document.querySelector('.suggest-widget')?.textContent ?? '', { timeout: 20_000 })
    .toContain('state');
  expect(document.querySelector('.suggest-widget')?.textContent).toContain('note');
  expect(problems).toEqual([]);
}, 60_000);

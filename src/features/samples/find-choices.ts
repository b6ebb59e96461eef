import type { SampleEvent } from '../../documents/events/sample-event.ts';
import type { OptionGroup } from '../../ui/option-groups.tsx';
import type { PresetChoice, SampleChoice } from './sample-choice.ts';

export interface FoundChoices {
  /** In the order of the arrow keys. */
  flat: readonly SampleChoice[];
  groups: readonly OptionGroup<SampleChoice>[];
  /** Presets left out because the list is bounded. */
  hidden: number;
}

/** Presets may be ten thousand; the next letter narrows them. */
const presetsAtMost = 40;

/**
 * Every word must occur in a choice. Services keep their order until words find one better than another: then the
 * group with the best choice comes first.
 */
export function findChoices(
  events: readonly SampleEvent[],
  presets: readonly PresetChoice[],
  query: string,
): FoundChoices {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = [
    ...events.map((event) => ({
      choice: { kind: 'event' as const, id: event.id, event },
      group: event.service,
      points: points([event.service, event.title], `${event.id} ${event.says}`, words),
    })),
    ...presets.map((preset) => ({
      choice: { kind: 'preset' as const, id: `preset ${preset.id}`, preset },
      group: 'Your presets',
      points: points([preset.name], `preset ${preset.functionName} ${preset.tags.join(' ')}`, words),
    })),
  ].filter((one) => one.points > 0);
  const best = found.toSorted((a, b) => b.points - a.points);
  const groups = new Map<string, SampleChoice[]>();
  let hidden = 0;
  for (const { choice, group } of best) {
    const members = groups.get(group) ?? [];
    if (choice.kind === 'preset' && members.length >= presetsAtMost) hidden += 1;
    else groups.set(group, [...members, choice]);
  }
  const named = [...groups].map(([name, items]) => ({ name, items }));
  return { groups: named, flat: named.flatMap(({ items }) => items), hidden };
}

/** 0: some word does not occur. Words of the name count more, and more where they begin one. */
function points(names: readonly string[], rest: string, words: readonly string[]): number {
  const name = names.join(' ').toLowerCase();
  const other = rest.toLowerCase();
  let sum = 1;
  for (const word of words) {
    const found = (beginsWord(name, word) && 8) || (name.includes(word) && 4) || (other.includes(word) && 1);
    if (found === false) return 0;
    sum += found;
  }
  return sum;
}

function beginsWord(text: string, word: string): boolean {
  return text.startsWith(word) || text.includes(` ${word}`);
}

import type { FolderPreset } from '../../state/preset-folder-types.ts';
import type { PresetSummary } from '../../state/preset-types.ts';

export interface PresetSearch {
  stored: (summary: PresetSummary) => boolean;
  file: (file: FolderPreset) => boolean;
}

/** Each word of the filter must occur in name, function, qualifier or tags. */
export function presetSearch(filter: string): PresetSearch {
  const words = filter.toLowerCase().split(/\s+/);
  const hasWords = (text: string): boolean => words.every((word) => text.includes(word));
  return {
    stored: (summary) => hasWords(knownText(summary, () => textOf(summary))),
    file: (file) => {
      const { name, tags, request } = file.preset;
      return hasWords(knownText(file, () => textOf({ name, tags, ...request })));
    },
  };
}

/** Made once a preset: at each key ten thousand are looked through. */
function knownText(of: object, make: () => string): string {
  const text = knownTexts.get(of) ?? make();
  knownTexts.set(of, text);
  return text;
}

const knownTexts = new WeakMap<object, string>();

type Searched = Pick<PresetSummary, 'name' | 'functionName' | 'qualifier' | 'tags'>;

function textOf({ name, functionName, qualifier, tags }: Searched): string {
  return `${name} ${functionName} ${qualifier} ${tags.join(' ')}`.toLowerCase();
}

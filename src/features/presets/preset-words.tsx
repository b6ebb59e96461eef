import { visibleText } from './visible-text.ts';

export interface PresetWordsProps {
  name: string;
  qualifier: string;
  tags: readonly string[];
}

/** What a row tells of a preset; its texts may come from others. */
export function PresetWords({ name, qualifier, tags }: PresetWordsProps) {
  return (
    <>
      <bdi className="truncate">{visibleText(name)}</bdi>
      {qualifier !== '' && <span className="mono dim">:{qualifier}</span>}
      {tags.map((tag) => (
        <bdi key={tag} className="preset-row-tag">
          {visibleText(tag)}
        </bdi>
      ))}
    </>
  );
}

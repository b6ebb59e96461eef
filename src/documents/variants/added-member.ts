import { findInJson, type JsonPlace } from '../json-path-find.ts';
import type { JsonPath } from '../json-path.ts';

/** A member that an object does not have yet, and how it would be written behind the last one. */
export interface AddedMember {
  /** Offset in the text where it goes. */
  readonly at: number;
  /** The object has no member: the first one that is added needs no comma. */
  readonly isFirst: boolean;
  /** The blanks, its name and the colon, spelled as the object's last member is. */
  readonly lead: string;
}

/** Members that a path names and that the objects above it lack; none where it leads to no object. */
export function addedMembers(text: string, path: JsonPath): AddedMember[] {
  const last = path.at(-1);
  if (last === undefined || last.deep || typeof last.key !== 'string') return [];
  const name = JSON.stringify(last.key);
  return findInJson(text, path.slice(0, -1))
    .filter(({ start }) => text[start] === '{')
    .map((object) => memberOf(text, object, name));
}

function memberOf(text: string, { start, end }: JsonPlace, name: string): AddedMember {
  const object = text.slice(start, end);
  const members = findInJson(object, everyMember);
  const last = members.at(-1);
  if (last === undefined) return { at: start + 1, isFirst: true, lead: `${name}:` };
  const lead = object.slice(members.at(-2)?.end ?? 0, last.start);
  const [, blanks = '', colon = ':'] = leadShape.exec(lead) ?? [];
  return { at: start + last.end, isFirst: false, lead: `${blanks}${name}${colon}` };
}

const everyMember = [{ deep: false, key: null }] as const;
/** What stands before a value: a brace or a comma, blanks, its name, the colon. */
const leadShape = /^\s*[{,](\s*)"(?:[^"\\]|\\.)*"(\s*:\s*)$/;

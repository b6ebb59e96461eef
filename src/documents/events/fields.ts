import type { RawJson } from './raw-json.ts';

/** One field of a sample's form. `value` is what it begins with. */
export type Field = TextField | WholeField | ChoiceField<string>;

export interface TextField {
  /** `long`: several lines. `json`: several lines that must be JSON and go into the event as they are. */
  kind: 'text' | 'long' | 'json';
  label: string;
  value: string;
  hint?: string | undefined;
  /** Not to be kept anywhere. */
  secret?: true;
}

export interface WholeField {
  kind: 'whole';
  label: string;
  value: string;
  least: number;
  most: number;
}

export interface ChoiceField<Option extends string> {
  kind: 'choice';
  label: string;
  value: Option;
  options: readonly Option[];
}

/** What a form holds: the text of each field by its name. */
export type FieldTexts = Readonly<Record<string, string>>;

type ValueOf<F extends Field> =
  F extends ChoiceField<infer Option>
    ? Option
    : F extends WholeField
      ? number
      : F extends JsonField
        ? RawJson
        : string;

interface JsonField extends TextField {
  kind: 'json';
}

export type ValuesOf<Fields extends Readonly<Record<string, Field>>> = {
  readonly [Name in keyof Fields]: ValueOf<Fields[Name]>;
};

export function text(label: string, value: string, hint?: string) {
  return { kind: 'text', label, value, hint } as const;
}

/** A password or a token: what somebody puts in may be a real one. */
export function secret(label: string, value: string, hint?: string) {
  return { kind: 'text', label, value, hint, secret: true } as const;
}

export function long(label: string, value: string, hint?: string) {
  return { kind: 'long', label, value, hint } as const;
}

export function json(label: string, value: string, hint?: string): JsonField {
  return { kind: 'json', label, value, hint };
}

export function whole(label: string, value: number, [least, most]: readonly [number, number]): WholeField {
  return { kind: 'whole', label, value: String(value), least, most };
}

/** The first option is what it begins with. */
export function choice<const Option extends string>(
  label: string,
  options: readonly [Option, ...Option[]],
): ChoiceField<Option> {
  return { kind: 'choice', label, value: options[0], options };
}

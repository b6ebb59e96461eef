import type { ScalarTag } from 'yaml';

/** A value of a template: a short form such as `!Ref X` reads as its long form, `{ Ref: 'X' }`. */
export const shortForms: ScalarTag[] = ['Ref', 'Sub', 'GetAtt', 'ImportValue', 'Condition'].map((name) => ({
  tag: `!${name}`,
  resolve: (text) => ({ [name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`]: text }),
}));

/** Names that Ref and Sub can stand for: pseudo parameters and the defaults of the template's own. */
export type TemplateValues = ReadonlyMap<string, string>;

/** The text that a value comes to, or undefined where only a deployment would know. */
export function resolveText(value: unknown, values: TemplateValues): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const [name, argument] = intrinsic(value) ?? [];
  if (typeof argument !== 'string') return undefined;
  if (name === 'Ref') return values.get(argument);
  return name === 'Fn::Sub' ? substitute(argument, values) : undefined;
}

function intrinsic(value: unknown): [string, unknown] | undefined {
  if (value === null || typeof value !== 'object') return undefined;
  const entries = Object.entries(value);
  return entries.length === 1 ? entries[0] : undefined;
}

function substitute(text: string, values: TemplateValues): string | undefined {
  let isKnown = true;
  const result = text.replaceAll(/\$\{([^!}][^}]*)\}/g, (whole, name: string) => {
    const value = values.get(name);
    if (value === undefined) isKnown = false;
    return value ?? whole;
  });
  return isKnown ? result.replaceAll('${!', '${') : undefined;
}

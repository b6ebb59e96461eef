import { expect, test } from 'vitest';
import './base.css';

const surfaces = ['--pane', '--field', '--raised', '--ground', '--current', '--hover'];
const texts = ['--text', '--text-dim'];
const tones = ['success', 'error', 'info', 'warn', 'unknown', 'neutral'];
const hues = ['orange', 'blue', 'green', 'violet', 'pink', 'teal'];
const code = ['key', 'string', 'escape', 'number', 'keyword', 'punctuation', 'invalid', 'line-number'];

/** Pairs of text and ground that occur. */
const pairs: [text: string, ground: string][] = [
  ...texts.flatMap((text) => surfaces.map((surface): [string, string] => [text, surface])),
  ...['--pane', '--field', '--raised', '--ground', '--sunken'].map((surface): [string, string] => [
    '--text-faint',
    surface,
  ]),
  ...['--accent', '--accent-hover', '--accent-pressed'].map((ground): [string, string] => [
    '--accent-text',
    ground,
  ]),
  ['--accent-ink', '--pane'],
  ...tones.flatMap((tone): [string, string][] => [
    [`--${tone}`, `--${tone}-bg`],
    [`--${tone}`, '--pane'],
    ['--text', `--${tone}-bg`],
    ['--text-dim', `--${tone}-bg`],
  ]),
  ...hues.map((hue): [string, string] => [`--hue-${hue}`, '--ground']),
  ...code.map((kind): [string, string] => [`--code-${kind}`, '--pane']),
  ...code.slice(0, 7).map((kind): [string, string] => [`--code-${kind}`, '--code-current-line']),
];

for (const theme of ['dark', 'light']) {
  test(`text keeps 4.5:1 on every ground of the ${theme} theme`, () => {
    const weak = pairs.flatMap(([text, ground]) => {
      const ratio = contrast(color(theme, text), color(theme, ground));
      return ratio < 4.5 ? [`${text} on ${ground}: ${ratio.toFixed(2)}`] : [];
    });
    expect(weak).toEqual([]);
  });

  test(`focus and switches keep 3:1 in the ${theme} theme`, () => {
    for (const part of ['--focus', '--on']) {
      expect(contrast(color(theme, part), color(theme, '--pane'))).toBeGreaterThanOrEqual(3);
    }
  });
}

test('both themes define the same colours', () => {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const names = (selector: string) =>
    rules
      .filter((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.selectorText === selector)
      .flatMap((rule) => [...rule.style].filter((name) => name.startsWith('--')))
      .toSorted();
  expect(names("[data-theme='dark']".replaceAll("'", '"')).length).toBeGreaterThan(60);
  expect(names('[data-theme="dark"]')).toEqual(names(':root, [data-theme="light"]'));
});

function color(theme: string, name: string): [number, number, number] {
  const probe = document.createElement('span');
  probe.dataset['theme'] = theme;
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(probe).color.match(/[\d.]+/g) ?? []).map(Number);
  probe.remove();
  return [red, green, blue];
}

/** WCAG 2.2, contrast ratio of relative luminances. */
function contrast(one: [number, number, number], other: [number, number, number]): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(channels: [number, number, number]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

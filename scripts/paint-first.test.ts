import { expect, test } from 'vitest';
import { stylesFirst } from './paint-first.ts';

const built = `<head>
    <script src="./theme.js"></script>
    <script type="module" crossorigin src="./assets/index-1.js"></script>
    <link rel="modulepreload" crossorigin href="./assets/react-2.js">
    <link rel="stylesheet" crossorigin href="./assets/react-4.css">
    <link rel="stylesheet" crossorigin href="./assets/index-3.css">
  </head>`;

test('the style sheets come, in their order, before every script but the theme', () => {
  const html = stylesFirst(built);
  expect(html.match(/theme\.js|[a-z]+-\d\.css|start\.js|modulepreload/g)).toEqual([
    'theme.js',
    'react-4.css',
    'index-3.css',
    'start.js',
    'modulepreload',
    'modulepreload',
  ]);
});

test('the code is fetched at once and started by start.js alone', () => {
  const html = stylesFirst(built);
  expect(html).toContain('<script defer src="./start.js" data-main="./assets/index-1.js"></script>');
  expect(html).toContain('<link rel="modulepreload" crossorigin href="./assets/index-1.js">');
  expect(html).not.toContain('type="module"');
});

test('a page of another form fails the build', () => {
  expect(() => stylesFirst('<head></head>')).toThrow('no style sheet or no module script');
});

import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { parseFunctionError } from '../../../core/index.ts';
import { FunctionErrorView } from './function-error-view.tsx';

interface Shown {
  type: string;
  message: string;
  frames: string[];
}

/** As each runtime writes it, and how every one of them is shown: the error first, then what caused it. */
const runtimes: [runtime: string, document: object, shown: Shown[]][] = [
  [
    'Node.js',
    {
      errorType: 'TypeError',
      errorMessage: "Cannot read properties of undefined (reading 'x')",
      trace: [
        "TypeError: Cannot read properties of undefined (reading 'x')",
        '    at Runtime.handler (file:///var/task/index.mjs:3:19)',
      ],
    },
    [
      {
        type: 'TypeError',
        message: "Cannot read properties of undefined (reading 'x')",
        frames: ['    at Runtime.handler (file:///var/task/index.mjs:3:19)'],
      },
    ],
  ],
  [
    'Python',
    {
      errorMessage: 'x',
      errorType: 'ValueError',
      requestId: '1',
      stackTrace: ['  File "/var/task/app.py", line 3, in handler\n    raise ValueError("x")\n'],
    },
    [
      {
        type: 'ValueError',
        message: 'x',
        frames: ['  File "/var/task/app.py", line 3, in handler\n    raise ValueError("x")'],
      },
    ],
  ],
  [
    'Java',
    {
      errorMessage: null,
      errorType: 'java.lang.RuntimeException',
      stackTrace: ['example.Handler.handleRequest(Handler.java:13)'],
      cause: {
        errorMessage: '/ by zero',
        errorType: 'java.lang.ArithmeticException',
        stackTrace: ['example.Math$1.div(Math.java:4)'],
        cause: { errorType: 'example.Deep', errorMessage: 'deep' },
      },
    },
    [
      {
        type: 'java.lang.RuntimeException',
        message: '',
        frames: ['example.Handler.handleRequest(Handler.java:13)'],
      },
      {
        type: 'java.lang.ArithmeticException',
        message: '/ by zero',
        frames: ['example.Math$1.div(Math.java:4)'],
      },
      { type: 'example.Deep', message: 'deep', frames: [] },
    ],
  ],
  [
    '.NET',
    {
      errorType: 'AggregateException',
      errorMessage: 'One or more errors occurred.',
      stackTrace: ['at A.B.<Run>d__0.MoveNext() in /src/my app/B.cs:line 7'],
      cause: { errorType: 'InvalidOperationException', errorMessage: 'a' },
      causes: [
        { errorType: 'InvalidOperationException', errorMessage: 'a' },
        { errorType: 'InvalidOperationException', errorMessage: 'b' },
      ],
    },
    [
      {
        type: 'AggregateException',
        message: 'One or more errors occurred.',
        frames: ['at A.B.<Run>d__0.MoveNext() in /src/my app/B.cs:line 7'],
      },
      { type: 'InvalidOperationException', message: 'a', frames: [] },
      { type: 'InvalidOperationException', message: 'b', frames: [] },
    ],
  ],
  [
    'Go',
    {
      errorMessage: 'boom',
      errorType: 'boundsError',
      stackTrace: [{ path: 'github.com/me/f/main.go', line: 17, label: 'handler' }],
    },
    [{ type: 'boundsError', message: 'boom', frames: ['handler (github.com/me/f/main.go:17)'] }],
  ],
  [
    'Ruby',
    {
      errorMessage: 'x',
      errorType: 'Function<RuntimeError>',
      stackTrace: ["/var/task/app.rb:4:in 'handler'"],
    },
    [{ type: 'Function<RuntimeError>', message: 'x', frames: ["/var/task/app.rb:4:in 'handler'"] }],
  ],
  [
    'Rust',
    { errorType: '&alloc::boxed::Box<dyn core::error::Error>', errorMessage: 'boom' },
    [{ type: '&alloc::boxed::Box<dyn core::error::Error>', message: 'boom', frames: [] }],
  ],
];

test.each(runtimes)('an error of %s has the shape of all others', async (_runtime, document, shown) => {
  const error = parseFunctionError(new TextEncoder().encode(JSON.stringify(document)));
  if (!error) throw new Error('The document is not read');
  const screen = await render(<FunctionErrorView error={error} />);
  const view = screen.getByRole('region', { name: 'Function error' });
  await expect.element(view).toBeInTheDocument();
  expect(blocksOf(view.element())).toEqual(shown);
});

/** Each error with its type, its message and its frames, in the order on the screen. */
function blocksOf(view: Element): Shown[] {
  return Array.from(view.querySelectorAll('.function-error-view-type'), (type) => {
    const message = type.nextElementSibling;
    const stack = message?.nextElementSibling;
    const frames = stack?.matches('details') ? Array.from(stack.querySelectorAll('li')) : [];
    return {
      type: type.textContent,
      message: message?.textContent ?? '',
      frames: frames.map(({ textContent }) => textContent),
    };
  });
}

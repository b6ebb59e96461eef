import { describe, expect, it } from 'vitest';
import responses from '../../tests/vectors/invoke-responses.json';
import { parseFunctionError } from './function-error.ts';

const parse = (document: unknown) =>
  parseFunctionError(
    new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document)),
  );

describe('the error documents of the runtimes', () => {
  it('Node: the heading of the trace is no frame; file URLs and plain paths become paths', () => {
    expect(
      parse({
        errorType: 'TypeError',
        errorMessage: "Cannot read properties of undefined (reading 'x')",
        trace: [
          "TypeError: Cannot read properties of undefined (reading 'x')",
          '    at Runtime.handler (file:///var/task/index.mjs:3:19)',
          '    at async /var/task/a (1)/b.js:7:1',
          '    at Object.f [as g] (C:\\work\\b.cjs:8:2)',
          '    at h (file:///C:/app/c.mjs:9:2)',
          '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
          '    at new Promise (<anonymous>)',
          '    at eval (eval at run (/var/task/x.js:1:1), <anonymous>:1:2)',
        ],
      }),
    ).toEqual({
      errorType: 'TypeError',
      errorMessage: "Cannot read properties of undefined (reading 'x')",
      causes: [],
      frames: [
        {
          text: '    at Runtime.handler (file:///var/task/index.mjs:3:19)',
          file: '/var/task/index.mjs',
          line: 3,
        },
        { text: '    at async /var/task/a (1)/b.js:7:1', file: '/var/task/a (1)/b.js', line: 7 },
        { text: '    at Object.f [as g] (C:\\work\\b.cjs:8:2)', file: 'C:\\work\\b.cjs', line: 8 },
        { text: '    at h (file:///C:/app/c.mjs:9:2)', file: 'C:/app/c.mjs', line: 9 },
        {
          text: '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)',
          file: 'node:internal/process/task_queues',
          line: 95,
        },
        { text: '    at new Promise (<anonymous>)' },
        { text: '    at eval (eval at run (/var/task/x.js:1:1), <anonymous>:1:2)' },
      ],
    });
  });

  it('Node: a message of several lines is still the heading; another heading is kept', () => {
    const frame = '    at f (/var/task/a.js:1:2)';
    const trace = ['Error: one', 'two', frame];
    expect(parse({ errorType: 'Error', errorMessage: 'one\ntwo', trace })?.frames).toHaveLength(1);
    expect(
      parse({ errorType: 'Error', errorMessage: 'three', trace })?.frames.map(({ text }) => text),
    ).toEqual(trace);
    expect(parse({ errorType: 'E', errorMessage: '', trace: ['E', frame] })?.frames).toHaveLength(1);
    expect(parse({ errorType: 'string', errorMessage: 'thrown text', trace: [] })?.frames).toEqual([]);
  });

  it('Python: each frame is two lines', () => {
    const text = '  File "/var/task/app.py", line 3, in handler\n    raise ValueError("x")\n';
    expect(
      parse({ errorMessage: 'x', errorType: 'ValueError', requestId: '1', stackTrace: [text] })?.frames,
    ).toEqual([{ text: text.trimEnd(), file: '/var/task/app.py', line: 3 }]);
  });

  it('Python before 3.7: each frame is an array', () => {
    const stackTrace = [['/var/task/app.py', 5, 'handler', 'raise Exception()']];
    expect(parse({ errorMessage: 'x', stackTrace })?.frames).toEqual([
      { text: 'handler (/var/task/app.py:5)', file: '/var/task/app.py', line: 5 },
    ]);
  });

  it('Java: files and lines, unknown sources, nested causes', () => {
    const error = parse({
      errorMessage: null,
      errorType: 'java.lang.RuntimeException',
      stackTrace: [
        'example.Handler.handleRequest(Handler.java:13)',
        'java.base/jdk.internal.X.invoke(Unknown Source)',
      ],
      cause: {
        errorMessage: '/ by zero',
        errorType: 'java.lang.ArithmeticException',
        stackTrace: ['example.Math$1.div(Math.java:4)'],
        cause: { errorType: 'example.Deep', errorMessage: 'deep' },
      },
    });
    expect(error?.errorMessage).toBeUndefined();
    expect(error?.frames).toEqual([
      { text: 'example.Handler.handleRequest(Handler.java:13)', file: 'Handler.java', line: 13 },
      { text: 'java.base/jdk.internal.X.invoke(Unknown Source)' },
    ]);
    expect(error?.causes[0]).toMatchObject({
      errorMessage: '/ by zero',
      frames: [{ file: 'Math.java', line: 4 }],
    });
    expect(error?.causes[0]?.causes).toEqual([
      { errorType: 'example.Deep', errorMessage: 'deep', frames: [], causes: [] },
    ]);
  });

  it('.NET: pretty-printed, with cause and causes that name the first one twice', () => {
    const inner = (message: string) => ({ errorType: 'InvalidOperationException', errorMessage: message });
    const document = {
      errorType: 'AggregateException',
      errorMessage: 'One or more errors occurred.',
      stackTrace: [
        'at A.B.<Run>d__0.MoveNext() in /src/my app/B.cs:line 7',
        'at lambda_method1(Closure , Stream )',
      ],
      cause: inner('a'),
      causes: [inner('a'), inner('b')],
    };
    const error = parse(JSON.stringify(document, null, 2));
    expect(error?.frames).toEqual([
      { text: document.stackTrace[0], file: '/src/my app/B.cs', line: 7 },
      { text: document.stackTrace[1] },
    ]);
    expect(error?.causes.map(({ errorMessage }) => errorMessage)).toEqual(['a', 'b']);
    expect(parse({ errorType: 'X', cause: inner('only') })?.causes).toHaveLength(1);
    expect(parse({ errorMessage: 'over 256 KB' })).toEqual({
      errorMessage: 'over 256 KB',
      frames: [],
      causes: [],
    });
  });

  it('Go: plain errors without frames, panics with objects', () => {
    expect(parse({ errorMessage: 'boom', errorType: 'errorString' })?.frames).toEqual([]);
    const stackTrace = [
      { path: 'github.com/me/f/main.go', line: 17, label: 'handler' },
      { path: 'a.go', line: 1 },
    ];
    expect(parse({ errorMessage: 'boom', errorType: 'boundsError', stackTrace })?.frames).toEqual([
      { text: 'handler (github.com/me/f/main.go:17)', file: 'github.com/me/f/main.go', line: 17 },
      { text: 'a.go:1', file: 'a.go', line: 1 },
    ]);
  });

  it('Ruby: file, line and method', () => {
    const stackTrace = ["/var/task/app.rb:4:in 'handler'", "/var/runtime/lambda.rb:28:in `call_handler'"];
    expect(parse({ errorMessage: 'x', errorType: 'Function<RuntimeError>', stackTrace })?.frames).toEqual([
      { text: stackTrace[0], file: '/var/task/app.rb', line: 4 },
      { text: stackTrace[1], file: '/var/runtime/lambda.rb', line: 28 },
    ]);
  });

  it('Rust: the type is kept as the runtime writes it', () => {
    const errorType = '&alloc::boxed::Box<dyn core::error::Error + core::marker::Send>';
    expect(parse({ errorType, errorMessage: 'boom' })).toEqual({
      errorType,
      errorMessage: 'boom',
      frames: [],
      causes: [],
    });
  });
});

describe('the platform’s documents', () => {
  it.each(
    responses.filter((item) => item.category === 'function-error').map((item) => [item.name, item] as const),
  )('%s is read', (_name, item) => {
    const bytes = Uint8Array.from(atob(item.response.bodyBase64 ?? ''), (char) => char.charCodeAt(0));
    const error = parseFunctionError(bytes);
    const document = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>;
    expect(error?.errorType).toBe(document['errorType']);
    expect(error?.errorMessage).toBe(document['errorMessage']);
  });
});

describe('payloads that are no error document', () => {
  it.each([
    '',
    'null',
    '"text"',
    '42',
    '[]',
    '{}',
    '{"message":"x"}',
    '{"errorType":null}',
    '{"a":',
    'Runtime exited with error: signal: killed',
    '<html>',
  ])('%s', (text) => {
    expect(parse(text)).toBeUndefined();
  });

  it('binary', () => {
    expect(parseFunctionError(Uint8Array.of(0xff, 0, 0x80, 0x7b))).toBeUndefined();
  });
});

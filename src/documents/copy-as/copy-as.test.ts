import { describe, expect, test } from 'vitest';
import { copyAs, type CopyAsFormat } from './copy-as.ts';
import type { CopyAsInput } from './copy-as-types.ts';

const formats: readonly CopyAsFormat[] = ['aws-cli', 'curl', 'javascript', 'python', 'go'];

function input(overrides: Partial<CopyAsInput> = {}): CopyAsInput {
  return {
    functionName: 'hello',
    qualifier: '',
    invocationType: 'RequestResponse',
    tailLog: false,
    stream: false,
    clientContext: '',
    tenantId: '',
    durableExecutionName: '',
    traceId: '',
    payload: new TextEncoder().encode('{"a":1}'),
    region: 'eu-central-1',
    endpoint: null,
    ...overrides,
  };
}

const textOf = (format: CopyAsFormat, overrides?: Partial<CopyAsInput>): string => {
  const copied = copyAs(format, input(overrides));
  return copied.ok ? copied.text : copied.message;
};

describe('copy as', () => {
  test('AWS CLI is a pipe into `aws lambda invoke`', () => {
    expect(textOf('aws-cli', { qualifier: 'live', tailLog: true })).toBe(
      `printf '%s' '{"a":1}' | aws lambda invoke \\
  --function-name hello \\
  --qualifier live \\
  --log-type Tail \\
  --region eu-central-1 \\
  --payload fileb:///dev/stdin /dev/stdout
`,
    );
  });

  test('curl signs by itself, with the endpoint of the region', () => {
    expect(textOf('curl', { qualifier: '7' })).toBe(
      `printf '%s' '{"a":1}' | curl -sS -i \\
  --aws-sigv4 aws:amz:eu-central-1:lambda \\
  --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\
  \${AWS_SESSION_TOKEN:+"-Hx-amz-security-token: $AWS_SESSION_TOKEN"} \\
  -H 'content-type: application/octet-stream' \\
  --data-binary @- \\
  'https://lambda.eu-central-1.amazonaws.com/2015-03-31/functions/hello/invocations?Qualifier=7'
`,
    );
  });

  test('code keeps the lines of a payload apart, so that it can be read', () => {
    const payload = new TextEncoder().encode('{\n  "a": "it\'s"\n}');
    expect(textOf('javascript', { payload })).toContain(
      `    Payload: [\n      '{\\n',\n      '  "a": "it\\'s"\\n',\n      '}',\n    ].join(''),\n`,
    );
    expect(textOf('python', { payload })).toContain(
      `    Payload=(\n        '{\\n'\n        '  "a": "it\\'s"\\n'\n        '}'\n    ).encode("utf-8"),\n`,
    );
    expect(textOf('go', { payload })).toContain(
      `\t\tPayload: []byte("{\\n" +\n\t\t\t"  \\"a\\": \\"it's\\"\\n" +\n\t\t\t"}"),\n`,
    );
  });

  test.each(formats)('%s splits a qualifier from the name, and keeps an ARN', (format) => {
    expect(textOf(format, { functionName: 'hello:live' })).not.toContain('hello:live');
    const arn = 'arn:aws:lambda:eu-west-1:123456789012:function:hello';
    const text = textOf(format, { functionName: `${arn}:3` });
    expect(text).toContain(format === 'curl' ? encodeURIComponent(arn) : arn);
    expect(text).not.toContain('hello:3');
  });

  test.each(formats)('%s leaves out what the console leaves out', (format) => {
    const text = textOf(format, { invocationType: 'Event', tailLog: true });
    expect(text).not.toMatch(/tail/i);
    expect(text).not.toMatch(/tenant|client-?context|durable|qualifier/i);
    expect(text).toContain('Event');
  });

  test.each(formats)('%s refuses what it cannot say safely', (format) => {
    for (const refused of [
      { functionName: '--region=evil' },
      { functionName: '' },
      { qualifier: 'a b' },
      { region: 'x/../y' },
      { tenantId: 'line\nbreak' },
      { endpoint: 'javascript:alert(1)' },
    ])
      expect(copyAs(format, input(refused)).ok, JSON.stringify(refused)).toBe(false);
  });

  test('the AWS CLI is not given a tenant ID that it would open as a file', () => {
    expect(copyAs('aws-cli', input({ tenantId: 'file:///etc/passwd' })).ok).toBe(false);
    expect(copyAs('curl', input({ tenantId: 'file:///etc/passwd' })).ok).toBe(true);
  });

  test('what a tool does differently is said beside the text', () => {
    const notes = (format: CopyAsFormat, overrides: Partial<CopyAsInput>): string => {
      const copied = copyAs(format, input(overrides));
      return copied.ok ? copied.notes.join(' ') : '';
    };
    expect(notes('aws-cli', { stream: true })).toContain('cannot stream');
    expect(notes('aws-cli', { traceId: 'Root=1' })).toContain('trace ID');
    expect(notes('curl', { functionName: '123456789012:function:hello' })).toContain('bare name');
    expect(notes('python', {})).toBe('');
  });
});

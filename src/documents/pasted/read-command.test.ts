import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeCommand, readCommand } from './read-command.ts';

const read = (text: string) => {
  const found = readCommand(text);
  if (!found.ok) throw new Error(found.message);
  return found;
};

describe('aws lambda invoke', () => {
  const payloadOf = (text: string): string => read(text).preset.request.payload;

  test('is read with its options in any order and form', () => {
    const { preset, notes } = read(
      `$ AWS_PROFILE=prod /usr/local/bin/aws --region=eu-west-1 --output json lambda invoke out.json \\
         --function-name 'orders' --qualifier $LATEST --invocation-type Event --log-type Tail \\
         --client-context eyJjdXN0b20iOnt9fQ== --tenant-id "blue corp" --durable-execution-name run-1 \\
         --cli-binary-format raw-in-base64-out --payload '{"a": 1.0}' --profile x && cat out.json | jq .`,
    );
    expect(preset).toMatchObject({
      name: 'orders',
      request: {
        functionName: 'orders',
        qualifier: '$LATEST',
        invocationType: 'Event',
        logType: 'Tail',
        clientContext: '{"custom":{}}',
        tenantId: 'blue corp',
        durableExecutionName: 'run-1',
        payload: '{"a": 1.0}',
      },
      target: { region: 'eu-west-1', endpoint: null },
    });
    expect(notes.join(' ')).toContain('profile is not used');
    expect(JSON.stringify([preset, notes])).not.toContain('prod');
  });

  test.each([
    ['base64, the default of version 2', `--payload eyJhIjogMX0=`, '{"a": 1}'],
    ['JSON, as version 1 takes it', `--payload '{"a": 1}'`, '{"a": 1}'],
    ['double quotes with escapes', `--payload "{\\"a\\": 1}"`, '{"a": 1}'],
    [
      'ANSI-C quotes',
      `--cli-binary-format raw-in-base64-out --payload $'{"a":\\t"it\\'s \\u00e9"}'`,
      '{"a":\t"it\'s é"}',
    ],
    ['nothing', '', ''],
  ])('reads a payload written as %s', (_form, options, payload) => {
    expect(payloadOf(`aws lambda invoke --function-name f ${options} out.json`)).toBe(payload);
  });

  test.each([
    [
      'echo',
      `echo '{"a": 1}' | aws lambda invoke --function-name f --payload fileb:///dev/stdin out`,
      '{"a": 1}\n',
    ],
    [
      'a here document',
      `aws lambda invoke --function-name f --payload fileb:///dev/stdin out <<'EOF'\n{"a":\n1}\nEOF\n`,
      '{"a":\n1}\n',
    ],
    ['a here string', `aws lambda invoke --function-name f --payload fileb:///dev/stdin out <<< '1'`, '1\n'],
  ])('takes the payload from %s', (_form, line, payload) => {
    expect(payloadOf(line)).toBe(payload);
  });

  test.each([
    ['file://event.json'],
    ['fileb:///tmp/event.json'],
    ['"$(cat event.json)"'],
    ['fileb:///dev/stdin'],
  ])('says that a payload of %s cannot be read, and opens the rest', (payload) => {
    const { preset, notes } = read(`aws lambda invoke --function-name f --payload ${payload} out.json`);
    expect(preset.request).toMatchObject({ functionName: 'f', payload: '' });
    expect(notes.join(' ')).toMatch(/The payload was not read/);
  });

  test('is read from PowerShell and cmd, over continued lines', () => {
    for (const end of ['`', '^']) {
      const line = `PS C:\\> aws.exe lambda invoke ${end}\r\n --function-name f ${end}\r\n --qualifier live out`;
      expect(read(line).preset.request).toMatchObject({ functionName: 'f', qualifier: 'live' });
    }
  });

  test('awslocal and variables in front name the endpoint', () => {
    expect(read('awslocal lambda invoke --function-name f o').preset.target).toMatchObject({
      endpoint: 'http://localhost:4566',
    });
    const line =
      'AWS_DEFAULT_REGION=eu-west-1 AWS_ENDPOINT_URL=http://localhost:3001 aws lambda invoke --function-name f o';
    expect(read(line).preset.target).toMatchObject({
      region: 'eu-west-1',
      endpoint: 'http://localhost:3001',
    });
  });
});

describe('curl', () => {
  test('is read with headers, data and region out of its address', () => {
    const { preset } = read(
      `curl -sSXPOST 'https://lambda.eu-west-1.amazonaws.com/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A123456789012%3Afunction%3Aorders/invocations?Qualifier=live' -H'X-Amz-Log-Type: Tail' --header "X-Amz-Invocation-Type: Event" -d '{"a":' -d '1}'`,
    );
    expect(preset).toMatchObject({
      request: {
        functionName: 'arn:aws:lambda:eu-west-1:123456789012:function:orders',
        qualifier: 'live',
        logType: 'Tail',
        invocationType: 'Event',
        payload: '{"a":&1}',
      },
      target: { region: 'eu-west-1', endpoint: null },
    });
  });

  test('of the runtime interface emulator and of a stream are invocations too', () => {
    const local = 'curl localhost:9000/2015-03-31/functions/function/invocations --data-raw @x';
    expect(read(local).preset).toMatchObject({
      request: { functionName: 'function', payload: '@x' },
      target: { endpoint: 'http://localhost:9000' },
    });
    const stream =
      'curl https://lambda.us-east-1.amazonaws.com/2021-11-15/functions/f/response-streaming-invocations';
    expect(read(stream).preset.request.stream).toBe(true);
  });

  test.each(['-d @event.json', '--data-binary @event.json', '-T event.json'])('cannot read %s', (data) => {
    const { preset, notes } = read(`curl ${data} http://localhost:9000/2015-03-31/functions/f/invocations`);
    expect(preset.request.payload).toBe('');
    expect(notes.join(' ')).toMatch(/cannot open/);
  });

  test('leaves no credential anywhere', () => {
    const secret = 'wJalrXUtnFEMI0K7MDENGbPxRfiCYEXAMPLEKEY0';
    const url = `https://u:${secret}@localhost:9000/2015-03-31/functions/f/invocations?X-Amz-Signature=${secret}`;
    for (const line of [
      `curl --user AKIAIOSFODNN7EXAMPLE:${secret} ${url}`,
      `curl -uAKIA:${secret} -H "X-Amz-Security-Token: ${secret}" -H 'Authorization: ${secret}' -b a=${secret} ${url}`,
      `AWS_SECRET_ACCESS_KEY=${secret} aws lambda invoke --function-name f --endpoint-url ${url} out`,
    ]) {
      const found = readCommand(line);
      expect(found.ok).toBe(true);
      expect(JSON.stringify(found)).not.toContain(secret);
      expect(JSON.stringify(found)).toContain('Credentials in the line were left out');
    }
  });
});

describe('what is no invocation', () => {
  test.each([
    ['aws s3 ls', 'No invocation'],
    ['curl https://example.com/', 'No invocation'],
    ['curl https://abc.lambda-url.eu-west-1.on.aws/', 'No invocation'],
    ["aws lambda invoke --function-name 'f", 'never closed'],
    ['aws lambda invoke --function-name ../../x out', 'cannot be read'],
    ['aws lambda invoke --function-name f --invocation-type Never out', 'cannot be read'],
  ])('%s is refused with a reason', (text, words) => {
    const found = readCommand(text);
    expect(found.ok ? 'read' : found.message).toContain(words);
  });

  test('an endpoint that no request may go to is left out and said', () => {
    const { preset, notes } = read(
      'aws lambda invoke --function-name f --endpoint-url http://169.254.169.254/ out',
    );
    expect(preset.target?.endpoint).toBeNull();
    expect(notes.join(' ')).toMatch(/endpoint of the line was left out/);
  });

  test('any text ends soon, without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof readCommand(`aws lambda invoke ${text}`).ok).toBe('boolean');
        expect(typeof readCommand(`curl ${text}`).ok).toBe('boolean');
      }),
      { numRuns: 50 },
    );
    const started = performance.now();
    for (const unit of ["$'", '"$(', '${', '`', '<<a\n', '\\', "'"]) {
      readCommand(`aws lambda invoke --payload ${unit.repeat(30_000)}`);
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  }, 20_000);

  test('JSON and prose are no commands', () => {
    expect(looksLikeCommand('{"a": "aws lambda invoke"}')).toBe(false);
    expect(looksLikeCommand('hello')).toBe(false);
    expect(looksLikeCommand('  FOO=1 aws lambda invoke')).toBe(true);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { helpText, parseFlags } from './flags.mjs';

const folder = mkdtempSync(join(tmpdir(), 'flags-'));
writeFileSync(join(folder, 'file.txt'), '');
afterAll(() => rmSync(folder, { recursive: true }));

const parse = (...argv: string[]) => parseFlags(argv, { cwd: folder, sampleFunctions: folder });

describe('the flags of npm start', () => {
  test('without any, both ports are the usual ones and the samples are run', () => {
    expect(parse()).toEqual({
      kind: 'run',
      flags: {
        port: 7411,
        lambdaPort: 7412,
        functionsDir: folder,
        templateFile: null,
        envFile: null,
        inspect: false,
        cors: 'aws',
        faultHeader: false,
        presetsDir: null,
        endpoints: [],
        allowOrigins: [],
        profiles: false,
        region: 'us-east-1',
        open: true,
        dev: false,
      },
    });
  });

  test('all of them are understood, and relative folders start at the place of the call', () => {
    const words = `--port 0 --lambda-port=8081 --functions . --presets ${folder} --region eu-west-1 --no-open --dev
      --template file.txt --env-file=file.txt --inspect --cors localstack --fault-header --profiles
      --endpoint http://localhost:4566/base --endpoint https://lambda.example.test
      --allow-origin http://127.0.0.1:5173 --allow-origin https://console.example.test/`;
    const parsed = parse(...words.split(/\s+/));
    expect(parsed).toEqual({
      kind: 'run',
      flags: {
        port: 0,
        lambdaPort: 8081,
        functionsDir: folder,
        templateFile: join(folder, 'file.txt'),
        envFile: join(folder, 'file.txt'),
        inspect: true,
        cors: 'localstack',
        faultHeader: true,
        presetsDir: folder,
        endpoints: ['http://localhost:4566', 'https://lambda.example.test'],
        allowOrigins: ['http://127.0.0.1:5173', 'https://console.example.test'],
        profiles: true,
        region: 'eu-west-1',
        open: false,
        dev: true,
      },
    });
  });

  test('--help is answered even beside a bad value, and names every flag', () => {
    expect(parse('--help', '--port', 'x')).toEqual({ kind: 'help' });
    const flags =
      'port lambda-port functions template env-file inspect presets endpoint allow-origin cors fault-header region no-open help';
    for (const flag of flags.split(' ')) {
      expect(helpText).toContain(`  --${flag} `);
    }
  });

  test('presets beside the functions are served without being named', () => {
    const functions = mkdtempSync(join(tmpdir(), 'functions-'));
    mkdirSync(join(functions, 'presets'));
    expect(parse('--functions', functions)).toMatchObject({
      flags: { presetsDir: join(functions, 'presets') },
    });
    rmSync(functions, { recursive: true });
  });

  test('two free ports are no clash', () => {
    expect(parse('--port', '0', '--lambda-port', '0').kind).toBe('run');
  });

  test.each([
    [['--port', '70000'], '--port takes a whole number from 0 to 65535'],
    [['--port', '-1'], "Option '--port' argument is ambiguous"],
    [['--port', '80.5'], '--port takes a whole number'],
    [['--port', ''], '--port takes a whole number'],
    [['--port'], "Option '--port <value>' argument missing"],
    [['--port', '7412'], '--port and --lambda-port are both 7412'],
    [['--functions', 'nowhere'], '--functions: there is no such folder: '],
    [['--functions', 'file.txt'], '--functions: this is not a folder: '],
    [['--presets', 'nowhere'], '--presets: there is no such folder: '],
    [['--endpoint', 'localhost:4566'], '--endpoint takes an http or https address'],
    [['--endpoint', 'http://user:secret@host'], '--endpoint takes an http or https address'],
    [['--endpoint', 'http://a; script-src *'], '--endpoint takes an http or https address'],
    [['--template', 'none.yaml'], '--template: there is no such file'],
    [['--env-file', '.'], '--env-file: this is not a file'],
    [['--cors', 'maybe'], '--cors takes aws, open, localstack or none'],
    [['--allow-origin', '*'], '--allow-origin takes one exact origin'],
    [['--allow-origin', 'null'], '--allow-origin takes one exact origin'],
    [['--allow-origin', 'http://127.0.0.1:5173/app'], '--allow-origin takes one exact origin'],
    [['--region', 'x@evil.example/#'], '--region takes a region name'],
    [['--no-open=yes'], "Option '--no-open' does not take an argument"],
    [['--prot', '1'], "Unknown option '--prot'"],
    [['functions'], "Unexpected argument 'functions'"],
  ])('%j is refused in one line that says why', (argv, words) => {
    const parsed = parse(...argv);
    expect(parsed.kind).toBe('error');
    const message = parsed.kind === 'error' ? parsed.message : '';
    expect(message).toContain(words);
    expect(message).not.toContain('\n');
  });
});

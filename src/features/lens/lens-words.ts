import { formatJsonPath } from '../../documents/json-path.ts';
import type {
  LensKind,
  LensPlace,
  LensProblem,
  LensStep,
  OpenedDocument,
} from '../../documents/lens/lens-types.ts';
import { formatBytes } from '../../ui/format-numbers.ts';

const kindNames: Readonly<Record<LensKind, string>> = {
  'http-body': 'HTTP body',
  'sqs-body': 'SQS message',
  'sns-message': 'SNS message',
  kinesis: 'Kinesis record',
  firehose: 'Firehose record',
  'log-batch': 'CloudWatch Logs',
  'kafka-value': 'Kafka value',
  'kafka-key': 'Kafka key',
  'mq-message': 'MQ message',
  'config-event': 'Config event',
  json: 'JSON in a string',
  'base64-json': 'JSON in base64',
};

/** `Records[0].body`; the root of a text that is a string itself has no name. */
export function stepName({ path }: LensStep): string {
  const name = formatJsonPath(path.map((key) => ({ deep: false, key }))).replace(/^\$\.?/, '');
  return name === '' ? 'the string' : name;
}

/** For a list: `Records[0].body › Message · SNS message`. */
export function placeName({ address, kind, content }: LensPlace): string {
  const contents = {
    json: '',
    text: ', text',
    compressed: ', gzip',
    binary: ', binary',
    damaged: ', not base64',
  };
  return `${address.map(stepName).join(' › ')} · ${kindNames[kind]}${contents[content]}`;
}

/** `SQS message · 1.2 kB · base64 · gzip · kept on one line`. */
export function factsOf({ kind, layers, bytes, text, hasDigest }: OpenedDocument): string {
  const facts = [kindNames[kind], formatBytes(bytes.length), ...layers];
  if (text === null) facts.push('binary');
  else if (text.layout !== 'as-is') facts.push('kept on one line');
  if (hasDigest) facts.push('md5OfBody follows');
  return facts.join(' · ');
}

/** What is wrong, and what to do. `root` is what the outermost text is called, such as `payload`. */
export function problemWords(problem: LensProblem, root: string): { title: string; text: string } {
  const holder = problem.level === 0 ? `the ${root}` : 'the document around it';
  switch (problem.reason) {
    case 'no-json':
      return {
        title: `${sentence(holder)} is not JSON now`,
        text: 'Mend it there and this document is open again. What you see here stays and can be copied.',
      };
    case 'gone':
      return {
        title: `The place of this document is gone from ${holder}`,
        text: 'No string stands there now. Undo the change there, or copy what you see here.',
      };
    case 'bad-base64':
      return {
        title: 'The string is not base64',
        text: `It should be, by what stands around it. Mend it in ${holder}.`,
      };
    case 'bad-gzip':
      return {
        title: 'The bytes are not gzip, or are damaged',
        text: `The string is base64, and what it holds can’t be decompressed. Mend it in ${holder}.`,
      };
    case 'too-big':
      return {
        title: `It decompresses to more than ${formatBytes(problem.maxBytes)}`,
        text: 'That is more than Lambda takes, so it is not opened. The string stays as it is.',
      };
    case 'binary':
      return { title: 'Bytes that are no text', text: 'They can be looked at, and are never changed.' };
    case 'unwritable':
      return { title: 'This text has no bytes', text: problem.problem.message };
  }
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

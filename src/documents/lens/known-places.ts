import { none } from '../json-tree-data.ts';
import type { ChildIndex } from './child-index.ts';
import type { LensKind } from './lens-types.ts';

/** What AWS puts into a string of its events, known by the key of the string and by what stands beside it. */
export interface KnownPlace {
  kind: LensKind;
  base64: boolean;
}

/**
 * What a string carries by its place; null for an ordinary one.
 * Source: the event formats of the Lambda, API Gateway and Firehose developer guides.
 */
export function knownPlace(index: ChildIndex, node: number): KnownPlace | null {
  const parent = index.tree.parent(node);
  const key = index.tree.rawKey(node);
  const rules = key === null ? undefined : byKey.get(key);
  if (rules === undefined || parent === none) return null;
  const beside: Beside = {
    has: (name) => index.child(parent, name) !== undefined,
    source: (name) => {
      const sibling = index.child(parent, name);
      return sibling === undefined ? '' : index.tree.source(sibling);
    },
    holder: index.tree.rawKey(parent),
  };
  for (const rule of rules) if (rule.fits(beside)) return { kind: rule.kind, base64: rule.base64(beside) };
  return null;
}

interface Beside {
  has: (name: string) => boolean;
  source: (name: string) => string;
  /** The key of the object that holds the string. */
  holder: string | null;
}

interface Rule {
  kind: LensKind;
  fits: (beside: Beside) => boolean;
  base64: (beside: Beside) => boolean;
}

const always = (): boolean => true;
const never = (): boolean => false;

const byKey: ReadonlyMap<string, readonly Rule[]> = new Map<string, Rule[]>([
  [
    'body',
    [
      {
        kind: 'sqs-body',
        fits: ({ has, source }) =>
          has('receiptHandle') || has('md5OfBody') || source('eventSource') === '"aws:sqs"',
        base64: never,
      },
      {
        kind: 'http-body',
        // Requests and answers of API Gateway, load balancers and function URLs; VPC Lattice writes snake case.
        fits: ({ has }) =>
          ['isBase64Encoded', 'is_base64_encoded', 'requestContext', 'httpMethod', 'statusCode'].some(has),
        base64: ({ source }) =>
          source('isBase64Encoded') === 'true' || source('is_base64_encoded') === 'true',
      },
    ],
  ],
  [
    'Message',
    [
      {
        kind: 'sns-message',
        fits: ({ has, holder }) => holder === 'Sns' || has('TopicArn'),
        base64: never,
      },
    ],
  ],
  [
    'data',
    [
      { kind: 'kinesis', fits: ({ holder }) => holder === 'kinesis', base64: always },
      { kind: 'log-batch', fits: ({ holder }) => holder === 'awslogs', base64: always },
      { kind: 'firehose', fits: ({ has }) => has('recordId'), base64: always },
      { kind: 'mq-message', fits: ({ has }) => has('messageID') || has('basicProperties'), base64: always },
      // CloudFront: the body of a viewer's request.
      {
        kind: 'http-body',
        fits: ({ has }) => has('inputTruncated'),
        base64: ({ source }) => source('encoding') === '"base64"',
      },
    ],
  ],
  ['value', [{ kind: 'kafka-value', fits: isKafkaRecord, base64: always }]],
  ['key', [{ kind: 'kafka-key', fits: isKafkaRecord, base64: always }]],
  ['invokingEvent', [{ kind: 'config-event', fits: always, base64: never }]],
]);

function isKafkaRecord({ has }: Beside): boolean {
  return has('topic') && has('partition') && has('offset');
}

import { describe, expect, test } from 'vitest';
import { parseConsoleUrl } from './console-url.ts';

const home = 'https://eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1';
const orders = { functionName: 'orders', qualifier: '', region: 'eu-west-1', accountId: null };

describe('the address of a function', () => {
  test.each([
    ['on its own', `${home}#/functions/orders`, orders],
    ['on a tab', `${home}#/functions/orders?tab=monitoring&subtab=x`, orders],
    ['deeper in its settings', `${home}#/functions/orders/edit/basic-settings?tab=configure`, orders],
    ['with white space around', `\n ${home}#/functions/orders \n`, orders],
    ['of a version', `${home}#/functions/orders/versions/12?tab=code`, { ...orders, qualifier: '12' }],
    ['of an alias', `${home}#/functions/orders/aliases/live?tab=testing`, { ...orders, qualifier: 'live' }],
    [
      'of $LATEST, escaped',
      `${home}#/functions/orders/versions/%24LATEST`,
      { ...orders, qualifier: '$LATEST' },
    ],
    [
      'with the qualifier in the query',
      `${home}#/functions/orders?qualifier=live&tab=code`,
      { ...orders, qualifier: 'live' },
    ],
    [
      'without a region before the host',
      'https://console.aws.amazon.com/lambda/home?region=us-east-2#/functions/orders',
      { ...orders, region: 'us-east-2' },
    ],
    [
      'without a region at all',
      'https://console.aws.amazon.com/lambda/home#/functions/orders',
      { ...orders, region: null },
    ],
    [
      'with the region in the host alone',
      'https://us-west-2.console.aws.amazon.com/lambda/home#/functions/orders',
      { ...orders, region: 'us-west-2' },
    ],
    [
      'in the console of several accounts',
      'https://123456789012-ab3cdefg.eu-west-1.console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/orders',
      { ...orders, accountId: '123456789012' },
    ],
    [
      'in China',
      'https://cn-north-1.console.amazonaws.cn/lambda/home?region=cn-north-1#/functions/orders',
      { ...orders, region: 'cn-north-1' },
    ],
    [
      'in GovCloud',
      'https://us-gov-west-1.console.amazonaws-us-gov.com/lambda/home?region=us-gov-west-1#/functions/orders',
      { ...orders, region: 'us-gov-west-1' },
    ],
  ])('%s', (_what, text, expected) => {
    expect(parseConsoleUrl(text)).toEqual(expected);
  });
});

describe('no address of a function is', () => {
  test.each([
    ['a name', 'orders'],
    ['an ARN', 'arn:aws:lambda:eu-west-1:123456789012:function:orders'],
    ['the list of functions', `${home}#/functions`],
    ['a layer', `${home}#/layers/orders/versions/1`],
    [
      'another service',
      'https://eu-west-1.console.aws.amazon.com/s3/home?region=eu-west-1#/functions/orders',
    ],
    ['another host', 'https://console.aws.amazon.com.example/lambda/home#/functions/orders'],
    ['a host that only ends alike', 'https://evilconsole.aws.amazon.com/lambda/home#/functions/orders'],
    ['another scheme', 'http://console.aws.amazon.com/lambda/home#/functions/orders'],
    ['a broken address', 'https://[console'],
  ])('%s', (_what, text) => {
    expect(parseConsoleUrl(text)).toBeNull();
  });

  test('and a name with a broken escape is left as it stands', () => {
    expect(parseConsoleUrl(`${home}#/functions/or%ders`)?.functionName).toBe('or%ders');
  });
});

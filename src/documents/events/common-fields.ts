import { choice, long, text, whole } from './fields.ts';

/** Where it happens: in the form of nearly every event. */
export const place = {
  region: text('Region', 'us-east-1'),
  account: text('Account', '123456789012'),
};

/** An HTTP request, as someone would write it down. */
export const request = {
  method: choice('Method', ['POST', 'GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']),
  path: text('Path', '/orders/8812'),
  query: text('Query', 'expand=items&tag=new&tag=gift', 'As in an address: a=1&b=two%20words'),
  headers: long('Headers', 'Content-Type: application/json\nAccept: */*', 'One a line, name: value'),
  body: long('Body', '{"orderId":"ord_8812","express":true}'),
  bodyAs: choice('Body sent as', ['text', 'base64']),
};

/** As many records of different ids. */
export const count = (label: string, value = 1) => whole(label, value, [1, 100]);

/** So many things, made by their number from 0. */
export function times<Made>(number: number, make: (index: number) => Made): Made[] {
  return Array.from({ length: number }, (_none, index) => make(index));
}

/** The partition of a region, as ARNs begin with it. */
export function arn(
  service: string,
  { region, account }: { region: string; account: string },
  resource: string,
) {
  return `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;
}

export function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  return region.startsWith('eusc-') ? 'aws-eusc' : 'aws';
}

/** Where the services of a region are. */
export function domainOf(region: string): string {
  if (region.startsWith('cn-')) return 'amazonaws.com.cn';
  return region.startsWith('eusc-') ? 'amazonaws.eu' : 'amazonaws.com';
}

import { BlockList, isIP } from 'node:net';

/**
 * Where an IP address leads. `forbidden` is what no Lambda endpoint has and what gives secrets away: link-local
 * addresses, the metadata services of clouds, multicast, and the addresses that stand for every interface.
 */
export type AddressScope = 'loopback' | 'private' | 'public' | 'forbidden';

/** Judges an address by its bytes, whatever its spelling. Text that is no address is forbidden. */
export function scopeOfAddress(text: string): AddressScope {
  const [address = ''] = text.split('%', 1);
  const family = isIP(address);
  if (family === 4) return scopeOfIPv4(address);
  if (family === 6) return scopeOfIPv6(address);
  return 'forbidden';
}

function scopeOfIPv4(address: string): AddressScope {
  const found = scopes.find(([, list]) => list.check(address, 'ipv4'));
  return found?.[0] ?? 'public';
}

function scopeOfIPv6(address: string): AddressScope {
  const inner = embeddedIPv4(groupsOf(address));
  if (inner !== undefined) return scopeOfIPv4(inner);
  const found = scopes.find(([, list]) => list.check(address, 'ipv6'));
  return found?.[0] ?? 'public';
}

/** The eight groups of an IPv6 address. The URL parser knows every spelling of one. */
function groupsOf(address: string): number[] {
  const [head = '', tail = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const parse = (text: string): number[] =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
  const [first, last] = [parse(head), parse(tail)];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}

/** IPv4 in IPv6 clothes: mapped, compatible, translated (RFC 6052) and 6to4 addresses. */
function embeddedIPv4(groups: readonly number[]): string | undefined {
  const starts = (...prefix: number[]): boolean => prefix.every((group, index) => groups[index] === group);
  const isLoopbackOrAny = starts(0, 0, 0, 0, 0, 0, 0) && (groups[7] ?? 0) <= 1;
  if (isLoopbackOrAny) return undefined;
  if (starts(0x2002)) return dotted(groups[1], groups[2]);
  const isLast32 =
    starts(0, 0, 0, 0, 0, 0xffff) || starts(0, 0, 0, 0, 0, 0) || starts(0x64, 0xff9b, 0, 0, 0, 0);
  return isLast32 ? dotted(groups[6], groups[7]) : undefined;
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function listOf(...subnets: string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [network = '', bits = ''] = subnet.split('/');
    list.addSubnet(network, Number(bits), network.includes(':') ? 'ipv6' : 'ipv4');
  }
  return list;
}

const scopes: readonly (readonly [AddressScope, BlockList])[] = [
  [
    'forbidden',
    listOf(
      '0.0.0.0/8',
      '169.254.0.0/16',
      // Metadata services of Alibaba Cloud, Oracle Cloud and Azure.
      '100.100.100.200/32',
      '192.0.0.192/32',
      '168.63.129.16/32',
      '224.0.0.0/4',
      '240.0.0.0/4',
      '::/128',
      'fe80::/10',
      'fec0::/10',
      // Services of EC2, the metadata among them.
      'fd00:ec2::/32',
      'ff00::/8',
    ),
  ],
  ['loopback', listOf('127.0.0.0/8', '::1/128')],
  ['private', listOf('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7')],
];

import { describe, expect, test } from 'vitest';
import { type AddressScope, scopeOfAddress } from './address-scope.ts';

const addresses: Record<AddressScope, string[]> = {
  loopback: ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:0:0:1'],
  private: ['10.1.2.3', '172.31.0.1', '192.168.1.4', '100.64.0.1', 'fd12:3456::1', '::ffff:10.0.0.1'],
  public: ['52.94.5.1', '2600:1f18::1', '172.32.0.1', '11.0.0.1', '64:ff9b::3459:501', '2002:3459:501::1'],
  forbidden: [
    '169.254.169.254',
    '169.254.170.2',
    '::ffff:169.254.169.254',
    '::ffff:a9fe:a9fe',
    '::169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    '2002:a9fe:a9fe::1',
    'fe80::1',
    'fe80::1%eth0',
    'fe80::a9fe:a9fe%lo',
    'fd00:ec2::254',
    'fd00:0ec2:0:0:0:0:0:254',
    '0.0.0.0',
    '0.1.2.3',
    '::',
    '::ffff:0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    'ff02::1',
    '100.100.100.200',
    '168.63.129.16',
    '192.0.0.192',
    'localhost',
    '',
  ],
};

describe('the scope of an address', () => {
  for (const [scope, list] of Object.entries(addresses)) {
    test.each(list)(`%s is ${scope}`, (address) => expect(scopeOfAddress(address)).toBe(scope));
  }
});

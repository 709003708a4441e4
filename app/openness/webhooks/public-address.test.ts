import { expect, test } from 'vitest';
import { isPublicAddress } from './public-address.server.ts';

test('addresses of the internet are public, those of machines, offices, clouds and documents are not', () => {
  for (const address of ['8.8.8.8', '193.0.14.129', '172.15.0.1', '172.32.0.1', '2a00:1450:401b::1'])
    expect(isPublicAddress(address), address).toBe(true);
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '198.18.0.1',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2001:db8::1',
    '2002:7f00:1::',
    'ff02::1',
    'x',
    '',
  ])
    expect(isPublicAddress(address), address).toBe(false);
});

import { expect, test } from 'vitest';
import { networkOf } from './network.ts';

test('an IPv6 subscriber is his /64, however the address is written; IPv4 stays itself', () => {
  const one = '2001:db8:12:0::/64';
  for (const address of [
    '2001:db8:12::1',
    '2001:0DB8:0012:0000:ffff:ffff:ffff:ffff',
    '2001:db8:12::',
    '2001:db8:12::a:b%eth0',
    '2001:db8:12::192.0.2.1',
  ])
    expect(networkOf(address), address).toBe(one);
  expect(networkOf('64:ff9b:1::192.0.2.7')).toBe('64:ff9b:1:0::/64');
  expect(networkOf('2001:db8:12:1::1')).not.toBe(one);
  for (const address of [
    '192.0.2.7',
    '::ffff:192.0.2.7',
    '::FFFF:c000:207',
    '0:0:0:0:0:ffff:192.0.2.7',
    '64:ff9b::192.0.2.7',
    '64:ff9b:0:0::c000:207',
  ])
    expect(networkOf(address), address).toBe('192.0.2.7');
});

test('what is no address counts as it is', () => {
  for (const word of ['', 'unknown', ':::', '1::2::3', '1:2:3', '2001:db8::12345', '::ffff:999.1.1.1'])
    expect(networkOf(word)).toBe(word);
});

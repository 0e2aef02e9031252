import type { IncomingHttpHeaders } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, countedAddress, sanitiseHeaders } from './request-headers.ts';

describe('the client address', () => {
  it.each([
    ['what a client claims is not believed', '203.0.113.9', '1.2.3.4', 0, '203.0.113.9'],
    ['one proxy: what it saw', '10.0.0.1', '1.2.3.4', 1, '1.2.3.4'],
    ['one proxy: not what the client put in front', '10.0.0.1', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
    ['two proxies: what the outer one saw', '10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2', 2, '1.2.3.4'],
    ['two proxies but one entry: that one', '10.0.0.1', '1.2.3.4', 2, '1.2.3.4'],
    ['a proxy that says nothing', '10.0.0.1', undefined, 1, '10.0.0.1'],
    ['a proxy that says nonsense', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
    ['an IPv4 client on an IPv6 socket', '::ffff:203.0.113.9', undefined, 0, '203.0.113.9'],
    ['an IPv6 client', '2001:db8::1', undefined, 0, '2001:db8::1'],
    ['a socket that is gone', undefined, undefined, 0, '0.0.0.0'],
  ])('%s', (_case, socket, forwarded, proxies, expected) => {
    expect(clientAddress(socket, forwarded, proxies)).toBe(expected);
  });
});

describe('the address that limits count', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:0001:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
    ['::', '0:0:0:0::/64'],
    ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
  ])('of %s is %s', (address, counted) => expect(countedAddress(address)).toBe(counted));
});

describe('request headers', () => {
  const forged: IncomingHttpHeaders = {
    host: 'kontakt.example',
    cookie: 'a=b',
    'x-client-address': '6.6.6.6',
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'for=6.6.6.6',
    'x-real-ip': '6.6.6.6',
    'cf-connecting-ip': '6.6.6.6',
    'x-nonce': 'known',
    'x-request-id': 'chosen',
    'x-path': '/staff',
    'x-middleware-subrequest': 'proxy:proxy',
    'x-invoke-path': '/staff',
    'content-security-policy': "script-src 'nonce-known'",
    'next-router-state-tree': 'kept',
    rsc: '1',
  };

  it('that only our own layers may send are taken out, the others stay', () => {
    const headers = { ...forged };
    sanitiseHeaders(headers, '203.0.113.9', 0);
    expect(headers).toEqual({
      host: 'kontakt.example',
      cookie: 'a=b',
      'next-router-state-tree': 'kept',
      rsc: '1',
      'x-client-address': '203.0.113.9',
      'x-forwarded-for': '203.0.113.9',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('of a trusted proxy tell the address and the protocol, nothing more', () => {
    const headers: IncomingHttpHeaders = { ...forged, 'x-forwarded-for': '6.6.6.6, 1.2.3.4' };
    sanitiseHeaders(headers, '10.0.0.1', 1);
    expect(headers['x-client-address']).toBe('1.2.3.4');
    expect(headers['x-forwarded-proto']).toBe('https');
    expect(headers).not.toHaveProperty('x-forwarded-host');
    expect(headers).not.toHaveProperty('x-nonce');
  });
});

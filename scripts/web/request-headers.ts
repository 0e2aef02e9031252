import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** Headers by which our own layers tell each other something, and Next's: nobody outside may send them. */
const INTERNAL = new Set([
  'x-client-address',
  'x-nonce',
  'x-request-id',
  'x-path',
  'x-matched-path',
  'x-nextjs-data',
  'x-next-intl-locale',
  'x-next-resume-state-length',
  'next-resume',
  'content-security-policy',
]);
const INTERNAL_PREFIX = /^x-(middleware|invoke|now|vercel)-/;

/** What proxies say of the client and of the address it asked for. */
const FORWARDED =
  /^(forwarded|x-forwarded-.*|x-real-ip|x-client-ip|x-cluster-client-ip|true-client-ip|cf-connecting-ip|fastly-client-ip)$/;

function normalised(address: string | undefined): string | undefined {
  // An IPv4 client on an IPv6 socket is the same client as on an IPv4 socket.
  const plain = address?.trim().replace(/^::ffff:(?=\d+\.)/i, '');
  return plain && isIP(plain) ? plain : undefined;
}

/**
 * The client's address: the socket's own, or with trusted proxies what the outermost of them saw. Each proxy appends
 * the address it was called from, so the entries from the right are the ones that we can believe.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const own = normalised(socketAddress) ?? '0.0.0.0';
  if (trustedProxies === 0) return own;
  const chain = forwardedFor?.split(',') ?? [];
  return normalised(chain.at(-trustedProxies) ?? chain[0]) ?? own;
}

/**
 * What limits count: an IPv4 address, or the first half of an IPv6 address, because whoever has one of those has all
 * of its second half and would never meet a limit.
 */
export function countedAddress(address: string): string {
  if (!address.includes(':')) return address;
  const [front = '', back] = address.split('::');
  const groups = front.split(':').filter(Boolean);
  const rest = back?.split(':').filter(Boolean) ?? [];
  const zeros = back === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...rest];
  const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/**
 * Puts the headers right before anything reads them: what only our own layers may say is taken out, the client's
 * address is what we know and not what the client claims, and the request gets a number of ours.
 */
export function sanitiseHeaders(
  headers: IncomingHttpHeaders,
  socketAddress: string | undefined,
  trustedProxies: number,
): void {
  const forwardedFor = headers['x-forwarded-for'];
  const address = clientAddress(
    socketAddress,
    Array.isArray(forwardedFor) ? forwardedFor.join(',') : forwardedFor,
    trustedProxies,
  );
  const protocol = trustedProxies > 0 ? headers['x-forwarded-proto'] : undefined;
  for (const name of Object.keys(headers)) {
    if (INTERNAL.has(name) || INTERNAL_PREFIX.test(name) || FORWARDED.test(name)) delete headers[name];
  }
  headers['x-client-address'] = countedAddress(address);
  headers['x-forwarded-for'] = address;
  headers['x-request-id'] = randomUUID();
  if (protocol) headers['x-forwarded-proto'] = protocol;
}

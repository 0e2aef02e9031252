import type { NextConfig } from 'next';
import createNextIntlPlugin from 'next-intl/plugin';

/** Headers that never change. The ones that need the request or the public address are set in `proxy.ts`. */
const SECURITY_HEADERS = [
  // `no-referrer` would make form posts send `Origin: null`.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'geolocation=(self), camera=(self), microphone=(), payment=(), usb=()',
  },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The title stands in the head of every page, whoever asks: not only for programs that Next knows by name.
  htmlLimitedBots: /.*/,
  // Pictures are re-encoded once by the worker; the optimizer would be a second, public decoder.
  images: { unoptimized: true },
  // Native modules and packages that look for files beside themselves stay outside the bundle.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'busboy',
    'nodemailer',
    'pg',
    'pg-boss',
    'sharp',
  ],
  // Types are checked by `npm run typecheck` and by the tests; the build of a first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  agentRules: false,
  devIndicators: false,
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
};

const withIntl = createNextIntlPlugin('./lib/i18n/request.ts');

export default withIntl(config);

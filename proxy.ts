import { NextRequest, NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { routing } from '#lib/i18n/routing.ts';
import { env } from '#lib/platform/env.ts';
import { newId, newNonce } from '#lib/platform/ids.ts';
import { tidyAddress } from '#lib/platform/tidy-address.ts';

const localize = createMiddleware(routing);
const developing = env.NODE_ENV === 'development';
const tiles = new URL(env.TILE_URL.replace(/[{}]/g, '')).origin;

/**
 * Locale, request number and the content security policy of a page; the address of a list without empty fields. It
 * decides nothing about who may do what: with this file removed, every page and command still refuses what it refused
 * before.
 */
export default function proxy(request: NextRequest): NextResponse {
  const nonce = newNonce();
  const requestId = newId();
  const policy = contentPolicy(nonce);
  const { pathname, search } = request.nextUrl;
  const tidy = request.method === 'GET' ? tidyAddress(pathname, search) : null;
  if (tidy !== null) return NextResponse.redirect(new URL(tidy, request.url));

  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-request-id', requestId);
  headers.set('x-path', pathname + search);
  headers.set('content-security-policy', policy);

  const response = localize(new NextRequest(request, { headers }));
  response.headers.set('content-security-policy', policy);
  response.headers.set('x-request-id', requestId);
  if (env.secure) response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  return response;
}

function contentPolicy(nonce: string): string {
  // React's development build evaluates code and writes style elements; the production build does neither.
  const script = developing
    ? `'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'`
    : `'nonce-${nonce}' 'strict-dynamic'`;
  const style = developing ? `'unsafe-inline'` : `'nonce-${nonce}'`;
  return [
    `default-src 'self'`,
    `script-src 'self' ${script}`,
    `style-src 'self' ${style}`,
    // Libraries of the map and of lists place things by style attributes; our own code renders none.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob: ${tiles}`,
    `connect-src 'self'`,
    `font-src 'self'`,
    `manifest-src 'self'`,
    `worker-src 'self' blob:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

/** Not for routes that stream bodies (it would cut them at 10 MB), nor for files that are served as they are. */
export const config = {
  matcher: [
    '/((?!api/|media/|open311/|_next/|.*\\.(?:css|js|map|json|webmanifest|txt|xml|ico|svg|png|jpe?g|webp|woff2?)$).*)',
  ],
};

import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { unstable_rethrow } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ErrorPage } from '#components/ui/error-page.tsx';
import { isDatabaseAway } from '#lib/platform/database-away.ts';
import { AppError } from '#lib/platform/errors.ts';
import { toAppError } from '#lib/platform/http-error.ts';
import { readableNumber } from '#lib/platform/ids.ts';
import { setStatus } from '#lib/platform/status.ts';
import { presentPath } from './present-path.ts';

/**
 * Wraps a page so that what it throws is a designed page with its own status, with and without JavaScript:
 * an `AppError` as what it is, anything else as a fault that is logged once and shown with its number.
 */
export function guarded<Props>(page: (props: Props) => Promise<ReactNode>) {
  return async function guardedPage(props: Props): Promise<ReactNode> {
    try {
      return await page(props);
    } catch (error) {
      unstable_rethrow(error);
      return failed(error);
    }
  };
}

/** Wraps `generateMetadata` of a guarded page: the title says what happened; the page itself logs and answers. */
export function guardedMetadata<Props>(metadata: (props: Props) => Promise<Metadata>) {
  return async function guardedPageMetadata(props: Props): Promise<Metadata> {
    try {
      return await metadata(props);
    } catch (error) {
      unstable_rethrow(error);
      const status = error instanceof AppError ? error.status : isDatabaseAway(error) ? 503 : 500;
      const t = await getTranslations();
      const key = status === 500 ? 'fault.title' : `errors.page.${status}.title`;
      return { title: t.has(key) ? t(key) : t('fault.title'), robots: { index: false } };
    }
  };
}

const isDesk = (path: string) => /^\/staff(?![^/?])/.test(path);

async function failed(error: unknown): Promise<ReactNode> {
  const requestId = (await headers()).get('x-request-id') ?? '';
  const { status } = toAppError(error, requestId);
  setStatus(status);
  const number = status >= 500 ? readableNumber(requestId) : undefined;
  return <ErrorPage status={status} number={number} desk={isDesk(await presentPath())} />;
}

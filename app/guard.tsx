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
 * an `AppError` as what it is, anything else as a fault that is logged once and shown with its number. `missing` is
 * said instead of the usual words when what the address names is not there.
 */
export function guarded<Props>(
  page: (props: Props) => Promise<ReactNode>,
  missing?: (props: Props) => Promise<ReactNode>,
) {
  return async function guardedPage(props: Props): Promise<ReactNode> {
    try {
      return await page(props);
    } catch (error) {
      unstable_rethrow(error);
      if (missing && isMissing(error)) {
        setStatus(404);
        return missing(props);
      }
      return failed(error);
    }
  };
}

const isMissing = (error: unknown) => error instanceof AppError && error.code === 'NOT_FOUND';

/**
 * Wraps `generateMetadata` of a guarded page: the title says what happened; the page itself logs and answers.
 * `missing` is the message of a title for what is not there.
 */
export function guardedMetadata<Props>(metadata: (props: Props) => Promise<Metadata>, missing?: string) {
  return async function guardedPageMetadata(props: Props): Promise<Metadata> {
    try {
      return await metadata(props);
    } catch (error) {
      unstable_rethrow(error);
      const status = error instanceof AppError ? error.status : isDatabaseAway(error) ? 503 : 500;
      const t = await getTranslations();
      const usual = status === 500 ? 'fault.title' : `errors.page.${status}.title`;
      const key = missing && isMissing(error) ? missing : usual;
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

import { useLocale } from 'next-intl';
import type { ComponentProps } from 'react';
import { localePath } from '#lib/i18n/languages.ts';

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: string };

/**
 * A link inside the portal: a path without language prefix (`/zgloszenia`), led to the reader's language.
 * A plain anchor on purpose: every page has its own status, nonce and focus, and none of them needs JavaScript.
 */
export function Link({ href, children, ...rest }: LinkProps) {
  const locale = useLocale();
  return (
    <a {...rest} href={href.startsWith('/') ? localePath(locale, href) : href}>
      {children}
    </a>
  );
}

import { ArrowLeftIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';

/** The id of every page's main part; skip links lead there. */
const MAIN_ID = 'tresc';

type MainProps = {
  children: ReactNode;
  className?: string;
  /** The case number of the page, for programs that read it (`data-reference`). */
  reference?: string;
};

/** The one main part of a page. `className` is the composition (`wrap form-page`, `wrap track`, …). */
export function Main({ children, className = 'wrap page', reference }: MainProps) {
  return (
    <main id={MAIN_ID} tabIndex={-1} className={className} data-reference={reference}>
      {children}
    </main>
  );
}

/** The first thing the Tab key reaches. */
export function SkipLink() {
  const t = useTranslations('common');
  return (
    <a className="skip" href={`#${MAIN_ID}`}>
      {t('skip')}
    </a>
  );
}

/** One step back, on top of a page. */
export function BackLink({ href, children }: { href: string; children?: ReactNode }) {
  const t = useTranslations('common');
  return (
    <p>
      <Link className="link-block back" href={href}>
        <Icon of={ArrowLeftIcon} weight="bold" />
        {children ?? t('back')}
      </Link>
    </p>
  );
}

/** A key of the keyboard, beside what it does. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd>{children}</kbd>;
}

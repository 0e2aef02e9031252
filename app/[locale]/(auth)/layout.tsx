import type { ReactNode } from 'react';
import { SiteFooter } from '#components/resident/site-footer.tsx';
import { SiteHeader } from '#components/resident/site-header.tsx';
import { SkipLink } from '#components/ui/page.tsx';

/** Signing in looks like the rest of the portal: whoever came here by mistake finds the way back. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <SiteHeader path="/logowanie" />
      {children}
      <SiteFooter path="/logowanie" />
    </>
  );
}

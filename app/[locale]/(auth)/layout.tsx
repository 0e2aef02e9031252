import type { ReactNode } from 'react';
import { presentPath } from '#app/present-path.ts';
import { SiteFooter } from '#components/resident/site-footer.tsx';
import { SiteHeader } from '#components/resident/site-header.tsx';
import { SkipLink } from '#components/ui/page.tsx';

/** Signing in looks like the rest of the portal: whoever came here by mistake finds the way back. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const path = await presentPath();
  return (
    <>
      <SkipLink />
      <SiteHeader path={path} section={path} />
      {children}
      <SiteFooter path={path} />
    </>
  );
}

import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { intakeView, type PageQuery } from '#app/intake/page-view.ts';
import { IntakeForm } from '#components/staff/intake/intake-form.tsx';
import { ShortcutsHelp } from '#components/staff/shortcuts-help.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Main } from '#components/ui/page.tsx';
import { can } from '#lib/access/can.ts';
import { isLocale } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { newId } from '#lib/platform/ids.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';

type Props = { searchParams: Promise<PageQuery> };

export const generateMetadata = guardedMetadata(async ({ searchParams }: Props): Promise<Metadata> => {
  const [t, common] = await Promise.all([getTranslations('intake'), getTranslations('common')]);
  const state = await readFormState((await searchParams).f);
  const wrong = Object.keys(state?.errors ?? {}).length > 0;
  return { title: wrong ? common('errorTitle', { title: t('title') }) : t('title') };
});

/** Filing for a caller, a visitor, a letter or an e-mail. */
export default guarded(async function IntakePage({ searchParams }: Props) {
  const actor = await getStaffActor();
  if (!can(actor, 'submission.file-for')) throw new AppError('FORBIDDEN');
  const [query, given, t] = [await searchParams, await getLocale(), await getTranslations('intake')];
  const requestId = (await headers()).get('x-request-id') ?? newId();
  const view = await intakeView(actor, query, isLocale(given) ? given : 'pl', requestId);
  return (
    <Main className="wrap q-page stack">
      <ErrorSummary errors={view.errors} />
      <div className="q-head">
        <h1>{t(view.conversation ? 'titleNext' : 'title')}</h1>
        <p className="meta">{t('lead')}</p>
      </div>
      <IntakeForm {...view} />
      <ShortcutsHelp
        actions={[]}
        more={[{ key: `${t('keys.control')} ${t('keys.enter')}`, words: t('keys.send') }]}
      />
    </Main>
  );
});

import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { RecordForm } from '#components/staff/admin/record-form.tsx';
import { RefusedSummary } from '#components/staff/refused.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { recordKind } from '#lib/directory/editing/definitions.ts';
import { newRecord } from '#lib/directory/editing/queries.ts';
import { isLocale, localePath } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const generateMetadata = guardedMetadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const [t, { kind: given }] = await Promise.all([getTranslations(), params]);
    const kind = recordKind(given);
    if (!kind) throw new AppError('NOT_FOUND');
    const title = t(`admin.records.new.${kind}`);
    const refused = (await searchParams).f !== undefined;
    return { title: refused ? t('common.errorTitle', { title }) : title };
  },
);

/** The empty form of a kind. */
export default guarded(async function NewRecordPage({ params, searchParams }: Props) {
  const actor = await getStaffActor();
  const [{ kind: given }, query, language] = await Promise.all([params, searchParams, getLocale()]);
  const kind = recordKind(given);
  if (!kind) throw new AppError('NOT_FOUND');
  const locale = isLocale(language) ? language : 'pl';
  const [{ fields }, state, t] = await Promise.all([
    newRecord(actor, kind, locale),
    readFormState(query.f),
    getTranslations('admin'),
  ]);
  const list = `/staff/ustawienia/${kind}`;
  return (
    <Main className="wrap page stack">
      <RefusedSummary state={state} />
      <BackLink href={list}>{t(`sections.${kind}.title`)}</BackLink>
      <h1>{t(`records.new.${kind}`)}</h1>
      <RecordForm
        kind={kind}
        id={null}
        fields={fields}
        seen=""
        state={state}
        path={localePath(locale, `${list}/nowe`)}
      />
    </Main>
  );
});

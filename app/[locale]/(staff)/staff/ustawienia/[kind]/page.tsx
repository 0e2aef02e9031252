import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { RecordList, RecordSearch } from '#components/staff/admin/record-list.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { recordKind } from '#lib/directory/editing/definitions.ts';
import { listRecords } from '#lib/directory/editing/queries.ts';
import type { RecordKind } from '#lib/directory/editing/record-dto.ts';
import { isLocale } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';

type Props = {
  params: Promise<{ kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function kindOf(params: Props['params']): Promise<RecordKind> {
  const kind = recordKind((await params).kind);
  if (!kind) throw new AppError('NOT_FOUND');
  return kind;
}

export const generateMetadata = guardedMetadata(async ({ params }: Props): Promise<Metadata> => {
  const t = await getTranslations('admin.sections');
  return { title: t(`${await kindOf(params)}.title`) };
});

/** Everything of one kind that the city's directory holds. */
export default guarded(async function RecordsPage({ params, searchParams }: Props) {
  const actor = await getStaffActor();
  const [kind, query, given, t] = await Promise.all([
    kindOf(params),
    searchParams,
    getLocale(),
    getTranslations('admin'),
  ]);
  const q = typeof query.q === 'string' ? query.q.trim().slice(0, 100) : '';
  const page = await listRecords(actor, kind, q, isLocale(given) ? given : 'pl');
  return (
    <Main className="wrap page stack">
      <BackLink href="/staff/ustawienia">{t('title')}</BackLink>
      <div className="adm-head">
        <h1>{t(`sections.${kind}.title`)}</h1>
        <LinkButton look="plain" href={`/staff/ustawienia/${kind}/nowe`}>
          {t(`records.new.${kind}`)}
        </LinkButton>
      </div>
      <p>{t(`sections.${kind}.text`)}</p>
      <RecordSearch kind={kind} q={q} />
      <RecordList kind={kind} page={page} />
    </Main>
  );
});

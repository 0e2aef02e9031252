import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { codeNames } from '#app/code-names.ts';
import { guarded, guardedMetadata } from '#app/guard.tsx';
import { ChangeHistory } from '#components/staff/admin/change-history.tsx';
import { RecordForm } from '#components/staff/admin/record-form.tsx';
import { OutOfUse } from '#components/staff/admin/record-list.tsx';
import { RecordNotices } from '#components/staff/admin/record-notices.tsx';
import { UsageNote } from '#components/staff/admin/usage-note.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { DEFINITIONS, recordKind } from '#lib/directory/editing/definitions.ts';
import { getRecord } from '#lib/directory/editing/queries.ts';
import type { RecordDto, RecordKind } from '#lib/directory/editing/record-dto.ts';
import { isLocale, type Locale, localePath } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { readFormState } from '#lib/platform/form-state.ts';
import { pathPart } from '#lib/platform/path-part.ts';
import { getStaffActor } from '#lib/staff/page-actor.ts';
import { historyOf } from '#lib/staff/queries/history.ts';

type Props = {
  params: Promise<{ kind: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function recordOf(params: Props['params'], locale: Locale): Promise<[RecordKind, RecordDto]> {
  const { kind: given, id } = await params;
  const kind = recordKind(given);
  if (!kind) throw new AppError('NOT_FOUND');
  return [kind, await getRecord(await getStaffActor(), kind, pathPart(id), locale)];
}

export const generateMetadata = guardedMetadata(
  async ({ params, searchParams }: Props): Promise<Metadata> => {
    const given = await getLocale();
    const [kind, { title }] = await recordOf(params, isLocale(given) ? given : 'pl');
    const t = await getTranslations();
    const whole = `${title}, ${t(`admin.sections.${kind}.title`)}`;
    return { title: (await searchParams).f ? t('common.errorTitle', { title: whole }) : whole };
  },
);

/** One record: its form, what depends on it, and everything that was changed of it. */
export default guarded(async function RecordPage({ params, searchParams }: Props) {
  const [query, given] = await Promise.all([searchParams, getLocale()]);
  const locale = isLocale(given) ? given : 'pl';
  const [kind, record] = await recordOf(params, locale);
  const { permission, subject } = DEFINITIONS[kind];
  const before = typeof query.przed === 'string' ? query.przed : undefined;
  const [history, state, names, t] = await Promise.all([
    historyOf(await getStaffActor(), permission, `${subject}:${record.id}`, before),
    readFormState(query.f),
    codeNames(locale),
    getTranslations('admin.sections'),
  ]);
  const path = `/staff/ustawienia/${kind}/${encodeURIComponent(record.id)}`;
  const form = { kind, id: record.id, fields: record.fields, seen: record.seen, state };
  return (
    <Main className="wrap page stack">
      <RecordNotices record={record} state={state} done={query.zrobione !== undefined} />
      <BackLink href={`/staff/ustawienia/${kind}`}>{t(`${kind}.title`)}</BackLink>
      <div className="adm-head">
        <h1 lang={kind === 'szablony' ? 'pl' : undefined}>{record.title}</h1>
        {!record.active && <OutOfUse />}
      </div>
      <div className="adm-two">
        <RecordForm {...form} path={localePath(locale, path)} />
        <UsageNote kind={kind} record={record} />
      </div>
      <ChangeHistory history={history} path={path} further={before !== undefined} names={names} />
    </Main>
  );
});

import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { StatusBadge } from '#components/ui/status-badge.tsx';
import { formatDate } from '#lib/i18n/dates.ts';
import type { RelatedCase } from '#lib/submissions/staff-case-dto.ts';
import { type CaseView, casePath, localCasePath } from './case-view.ts';

/** Cases that have to do with this one: said by somebody, and such as lie nearby and may be the same. */
export function CaseRelated({ view }: { view: CaseView }) {
  const { linked, similar } = view.item;
  const t = useTranslations('workday.related');
  if (linked.length === 0 && similar.length === 0) return null;
  return (
    <section aria-labelledby="related-title" className="stack">
      <h2 className="h-s" id="related-title">
        {t('title')}
      </h2>
      {linked.length > 0 && (
        <ul className="list-plain rel">
          {linked.map((one) => (
            <li key={one.reference}>
              <Related one={one} view={view} />
              {view.item.abilities.includes('unlink') && <LinkForm one={one} view={view} command="unlink" />}
            </li>
          ))}
        </ul>
      )}
      {similar.length > 0 && <Similar view={view} />}
    </section>
  );
}

function Similar({ view }: { view: CaseView }) {
  const { similar, abilities } = view.item;
  const t = useTranslations('workday.related');
  return (
    <>
      <h3 className="rel-t">{t('similar')}</h3>
      <p className="meta">{t('similarWhy')}</p>
      <ul className="list-plain rel">
        {similar.map((one) => (
          <li key={one.reference}>
            <Related one={one} view={view} />
            <div className="row no-print">
              {abilities.includes('link') && <LinkForm one={one} view={view} command="link" />}
              {abilities.includes('duplicate') && (
                <Link className="btn btn-quiet" href={duplicatePath(view, one)}>
                  {t('duplicate')}
                  <span className="sr">: {one.reference}</span>
                </Link>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The form that ends this case in favour of the other one, with its number filled in. */
function duplicatePath({ item, list }: CaseView, { reference }: RelatedCase): string {
  return casePath(item.reference, [list, `numer=${reference}`].filter(Boolean).join('&'), 'duplicate');
}

function Related({ one, view }: { one: RelatedCase; view: CaseView }) {
  const t = useTranslations('workday.related');
  const locale = useLocale();
  const path = one.atDesk ? casePath(one.reference, view.list) : `/zgloszenia/${one.reference}`;
  const facts = [one.category, one.address, formatDate(locale, new Date(one.receivedAt))];
  return (
    <p>
      <Link href={path}>{one.reference}</Link>{' '}
      <StatusBadge status={one.status} waitingOn={one.waitingOn} outcome={one.outcome} />
      <br />
      <span className="meta">
        {facts.filter(Boolean).join(', ')}
        {one.metres !== null && <>, {t('metres', { metres: one.metres })}</>}
      </span>
    </p>
  );
}

type LinkFormProps = { one: RelatedCase; view: CaseView; command: 'link' | 'unlink' };

/** One click: the two are linked, or no longer. */
function LinkForm({ one, view, command }: LinkFormProps) {
  const { item, list } = view;
  const t = useTranslations('workday.related');
  const locale = useLocale();
  const here = localCasePath(locale, item.reference, list);
  return (
    <form method="post" action={`/api/submissions/${item.reference}/${command}`}>
      <input type="hidden" name="version" value={item.version} />
      <input type="hidden" name="of" value={one.reference} />
      <input type="hidden" name="back" value={here} />
      <input type="hidden" name="next" value={here} />
      <Button look="quiet">
        {t(command)}
        <span className="sr">: {one.reference}</span>
      </Button>
    </form>
  );
}

import { MapPinIcon, NavigationArrowIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { SummaryList, type SummaryRow } from '#components/ui/summary-list.tsx';
import type { StaffCase } from '#lib/submissions/staff-case-dto.ts';
import { type CaseView, casePath } from './case-view.ts';
import { directionsTo, geoOf, mapOf } from './map-links.ts';
import { usePlaceWords } from './place-words.ts';

/** Kind, place, who has it, and where it would go. */
export function CaseFacts({ view }: { view: CaseView }) {
  const { item, list } = view;
  const t = useTranslations('staff');
  const rows: SummaryRow[] = [
    { term: t('case.kind'), value: item.category.name },
    { term: t('case.place'), value: <PlaceLines item={item} /> },
    { term: t('case.department'), value: item.department?.name ?? t('case.nobody') },
  ];
  if (item.handler) {
    const { me, name } = item.handler;
    rows.push({ term: t('case.handler'), value: me ? t('case.handlerMe', { name }) : name });
  }
  if (item.proposal && item.abilities.includes('forward')) {
    rows.push({
      term: t('case.proposed'),
      value: (
        <>
          {item.proposal.name} <span className="meta">{t(`case.proposal.${item.proposal.rule}`)}</span>
        </>
      ),
    });
  }
  if (item.origin) rows.push({ term: t('case.origin'), value: t('case.originOf', item.origin) });
  if (item.duplicateOf)
    rows.push({ term: t('case.duplicateOf'), value: <Cases references={[item.duplicateOf]} list={list} /> });
  if (item.duplicates.length > 0) {
    rows.push({ term: t('case.duplicates'), value: <Cases references={item.duplicates} list={list} /> });
  }
  return <SummaryList className="summary wb-s" rows={rows} />;
}

function Cases({ references, list }: { references: string[]; list: string }) {
  return (
    <>
      {references.map((reference) => (
        <Link className="link-block" key={reference} href={casePath(reference, list)}>
          {reference}
        </Link>
      ))}
    </>
  );
}

function PlaceLines({ item }: { item: StaffCase }) {
  const t = useTranslations('staff.case');
  const placeOf = usePlaceWords();
  const { place, point } = item;
  return (
    <>
      {placeOf(item)}{' '}
      {place && (
        <span className="meta">
          {t(`precision.${place.precision}`)}, {t(`source.${place.source}`)}
        </span>
      )}
      {place?.description && <span className="pre place-d">{place.description}</span>}
      {point && (
        <span className="row place-links">
          <a className="link-block" href={mapOf(point)} rel="noreferrer">
            <Icon of={MapPinIcon} />
            {t('openMap')}
          </a>
          <a className="link-block" href={directionsTo(point)} rel="noreferrer">
            <Icon of={NavigationArrowIcon} />
            {t('navigate')}
          </a>
          <a className="meta" href={geoOf(point)}>
            <span className="sr">{t('coordinates')}: </span>
            {point.lat.toFixed(5)}, {point.lng.toFixed(5)}
          </a>
        </span>
      )}
    </>
  );
}

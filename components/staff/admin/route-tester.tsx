import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Select } from '#components/ui/text-input.tsx';
import type { DistrictDto } from '#lib/directory/dto.ts';
import type { RouteAnswer, RuledCategory } from '#lib/directory/editing/rules-dto.ts';
import { localePath } from '#lib/i18n/languages.ts';

type Props = {
  categories: RuledCategory[];
  districts: DistrictDto[];
  asked: { category: string; district: number | null };
  answer: RouteAnswer | null;
};

/** "Dokąd trafi?": the department that will be proposed, before anything is filed. */
export function RouteTester({ categories, districts, asked, answer }: Props) {
  const t = useTranslations('admin');
  const path = localePath(useLocale(), '/staff/ustawienia/reguly');
  return (
    <section className="stack" aria-labelledby="tester-title">
      <h2 id="tester-title">{t('rules.tester')}</h2>
      <form className="adm-search" action={path}>
        <Select name="kategoria" label={t('fields.category')} defaultValue={asked.category}>
          <option value="">{t('records.choose')}</option>
          {categories.map(({ code, name, group }) => (
            <option key={code} value={code}>{`${group}: ${name}`}</option>
          ))}
        </Select>
        <Select name="dzielnica" label={t('fields.district')} defaultValue={asked.district ?? ''}>
          <option value="">{t('rules.noDistrict')}</option>
          {districts.map(({ number, roman, name }) => (
            <option key={number} value={number}>{`${roman} ${name}`}</option>
          ))}
        </Select>
        <Button look="quiet">{t('rules.try')}</Button>
      </form>
      {answer && (
        <Banner role="status" title={answer.department}>
          {t(answer.byRule ? 'rules.byRule' : 'rules.byStandard')}
        </Banner>
      )}
    </section>
  );
}

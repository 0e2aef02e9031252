import { useTranslations } from 'next-intl';
import type { StaffItem } from '#lib/submissions/staff-dto.ts';

type Placed = Pick<StaffItem, 'address' | 'district'>;

/** Where a case is, in one line: `ul. Długa 14, I`, `Dzielnica I Stare Miasto`, `bez miejsca`. */
export function usePlaceWords(): (item: Placed) => string {
  const t = useTranslations('staff.item');
  return ({ address, district }) => {
    if (address) return district ? t('inDistrict', { address, roman: district.roman }) : address;
    return district ? t('district', { roman: district.roman, name: district.name }) : t('noPlace');
  };
}

/** An idea by its name, everything else by what it is about and where: the title of its page. */
export function useCaseTitle(): (item: Placed & Pick<StaffItem, 'category' | 'title'>) => string {
  const t = useTranslations('staff.item');
  return ({ title, category, address }) => {
    if (title) return title;
    return address ? t('titleAt', { category: category.name, place: address }) : category.name;
  };
}

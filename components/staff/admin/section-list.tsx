import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import type { AdminSection } from '#lib/staff/section-dto.ts';

/** What can be administered, each with a sentence on what it is. */
export function SectionList({ sections }: { sections: AdminSection[] }) {
  const t = useTranslations('admin.sections');
  return (
    <ul className="adm-sections">
      {sections.map(({ code, path }) => (
        <li key={code}>
          <Link href={path}>{t(`${code}.title`)}</Link>
          <p>{t(`${code}.text`)}</p>
        </li>
      ))}
    </ul>
  );
}

import { EyeIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { PhoneLink } from '#components/ui/plate.tsx';
import { SummaryList } from '#components/ui/summary-list.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import type { StaffContact } from '#lib/submissions/staff-case-dto.ts';
import { type CaseView, casePath } from './case-view.ts';

type CaseContactProps = { view: CaseView; shown: StaffContact | null };

/** Who reported: first masked, for whoever may see it; the whole data on request, and that is recorded. */
export function CaseContact({ view, shown }: CaseContactProps) {
  const { item } = view;
  const t = useTranslations('staff.case');
  return (
    <section aria-labelledby="contact-title" id="kontakt">
      <h2 className="h-s" id="contact-title">
        {t('contact.title')}
      </h2>
      {shown ? <ShownContact shown={shown} view={view} /> : <HiddenContact view={view} />}
      {item.followers > 0 && <p className="meta">{t('followers', { count: item.followers })}</p>}
    </section>
  );
}

function HiddenContact({ view }: { view: CaseView }) {
  const { contact } = view.item;
  const t = useTranslations('staff.case.contact');
  if (contact.erased) return <p>{t('erased')}</p>;
  if (!contact.given) return <p>{t('none')}</p>;
  if (!contact.masked) {
    return (
      <>
        <p>{t('given')}</p>
        <p className="meta">{t('notYours')}</p>
      </>
    );
  }
  return (
    <>
      <ContactRows {...contact.masked} />
      <ShowForm view={view} />
    </>
  );
}

type Rows = Record<keyof StaffContact, ReactNode>;

function ContactRows({ name, phone, email }: Rows) {
  const t = useTranslations('staff.case.contact');
  const rows = [
    { term: t('nameLabel'), value: name },
    { term: t('phoneLabel'), value: phone },
    { term: t('emailLabel'), value: email },
  ];
  return <SummaryList className="summary wb-s" rows={rows.filter(({ value }) => value)} />;
}

/** A form and not a link, so that nothing looks at the data ahead of the person. */
function ShowForm({ view }: { view: CaseView }) {
  const t = useTranslations('staff.case.contact');
  const locale = useLocale();
  const context = new URLSearchParams(view.list);
  return (
    <form
      action={`${localePath(locale, `/staff/zgloszenia/${view.item.reference}`)}#kontakt`}
      className="stack"
    >
      {[...context].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="hidden" name="kontakt" value="1" />
      <Button look="quiet">
        <Icon of={EyeIcon} />
        {t('show')}
      </Button>
      <p className="meta">{t('why')}</p>
    </form>
  );
}

function ShownContact({ shown, view }: { shown: StaffContact; view: CaseView }) {
  const t = useTranslations('staff.case.contact');
  const { name, phone, email } = shown;
  return (
    <div className="no-print">
      <ContactRows
        name={name}
        phone={phone && <PhoneLink phone={phone} />}
        email={email && <a href={`mailto:${email}`}>{email}</a>}
      />
      <p className="meta">{t('shown')}</p>
      <p>
        <Link className="link-block" href={casePath(view.item.reference, view.list)}>
          {t('hide')}
        </Link>
      </p>
    </div>
  );
}

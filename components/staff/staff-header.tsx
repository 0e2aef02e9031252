import { HeadsetIcon, MagnifyingGlassIcon, SignOutIcon, WrenchIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { Mark } from '#components/ui/arch.tsx';
import { Button } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import type { Desk } from '#lib/submissions/staff-dto.ts';

export type StaffPerson = { name: string; role: string; department: string | null; desk: Desk };

/** Who is signed in, where the list is, and the way out. */
export function StaffHeader({ person, searched }: { person: StaffPerson | null; searched: string }) {
  const t = useTranslations('staff');
  return (
    <header className="stop">
      <Link className="brand" href="/staff">
        <Mark />
        <span>{t('brand')}</span>
      </Link>
      {person && person.desk !== 'none' && <StaffSearch searched={searched} />}
      {person && <Who person={person} />}
    </header>
  );
}

function StaffSearch({ searched }: { searched: string }) {
  const t = useTranslations('staff.header');
  const locale = useLocale();
  return (
    <search className="s-q">
      <form action={localePath(locale, '/staff')}>
        <label className="sr" htmlFor="staff-search">
          {t('search')}
        </label>
        <Icon of={MagnifyingGlassIcon} />
        <input
          className="input"
          id="staff-search"
          name="q"
          type="search"
          defaultValue={searched}
          placeholder={t('placeholder')}
          maxLength={200}
          autoComplete="off"
          data-shortcut="/"
        />
        <button className="sr-submit" type="submit">
          {t('find')}
        </button>
      </form>
    </search>
  );
}

function Who({ person }: { person: StaffPerson }) {
  const t = useTranslations('staff');
  return (
    <div className="s-who">
      <Link className="s-me" href="/staff/haslo">
        <Icon of={person.desk === 'department' ? WrenchIcon : HeadsetIcon} weight="fill" />
        <span className="s-me-short">{t('header.account')}</span>
        <span className="s-me-full">
          <span className="sr">{t('header.account')}: </span>
          <strong>{person.name}</strong>
          <br />
          <span className="meta">{person.department ?? t(`roles.${person.role}`)}</span>
        </span>
      </Link>
      <SignOut />
    </div>
  );
}

/** In the header, and on a phone on one's account's page. */
export function SignOut() {
  const t = useTranslations('staff.header');
  return (
    <form className="s-out" method="post" action="/api/session/end">
      <Button look="quiet">
        <Icon of={SignOutIcon} />
        {t('signOut')}
      </Button>
    </form>
  );
}

import {
  BinocularsIcon,
  GearIcon,
  HeadsetIcon,
  MagnifyingGlassIcon,
  PhoneIcon,
  PlusIcon,
  SignOutIcon,
  WrenchIcon,
} from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { Mark } from '#components/ui/arch.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { Kbd } from '#components/ui/page.tsx';
import type { Desk } from '#lib/submissions/staff-dto.ts';

export type StaffPerson = {
  name: string;
  role: string;
  department: string | null;
  desk: Desk;
  /** May find cases by somebody's phone or e-mail. */
  searchesPeople: boolean;
  /** May file for somebody, and write down calls. */
  files: boolean;
  calls: boolean;
  /** Has a supervisor's desk, of the city or of a department. */
  oversees: boolean;
  /** There is something that this person administers. */
  administers: boolean;
};

/** Who is signed in, where the list is, and the way out. */
export function StaffHeader({ person, searched }: { person: StaffPerson | null; searched: string }) {
  const t = useTranslations('staff');
  return (
    <header className="stop">
      <Link className="brand" href="/staff">
        <Mark />
        <span>{t('brand')}</span>
      </Link>
      {person && person.desk !== 'none' && <StaffSearch searched={searched} people={person.searchesPeople} />}
      {person && <Work person={person} />}
      {person && <Who person={person} />}
    </header>
  );
}

/** What begins from any page, with its key. */
function Work({ person }: { person: StaffPerson }) {
  const t = useTranslations();
  if (!person.files && !person.calls && !person.oversees) return null;
  return (
    <nav className="s-work" aria-label={t('intake.work')}>
      {person.files && (
        <LinkButton look="quiet" href="/staff/nowe" data-shortcut="c">
          <Icon of={PlusIcon} weight="bold" />
          {t('intake.nav')}
          <Kbd>{'C'}</Kbd>
        </LinkButton>
      )}
      {person.calls && (
        <LinkButton look="quiet" href="/staff/rozmowy" data-shortcut="r">
          <Icon of={PhoneIcon} />
          {t('calls.nav')}
          <Kbd>{'R'}</Kbd>
        </LinkButton>
      )}
      {person.oversees && (
        <LinkButton look="quiet" href="/staff/nadzor">
          <Icon of={BinocularsIcon} />
          {t('workday.oversight.nav')}
        </LinkButton>
      )}
    </nav>
  );
}

/** One field for all that a case can be found by. Posted, so that a code or a phone stands in no address. */
function StaffSearch({ searched, people }: { searched: string; people: boolean }) {
  const t = useTranslations('intake.search');
  return (
    <search className="s-q">
      <form method="post" action="/api/staff/search">
        <label className="sr" htmlFor="staff-search">
          {t(people ? 'labelPeople' : 'label')}
        </label>
        <Icon of={MagnifyingGlassIcon} />
        <input
          className="input"
          id="staff-search"
          name="q"
          type="search"
          defaultValue={searched}
          placeholder={t(people ? 'placeholderPeople' : 'placeholder')}
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
      {person.administers && (
        <Link className="s-me s-admin" href="/staff/ustawienia">
          <Icon of={GearIcon} weight="fill" />
          {t('header.settings')}
        </Link>
      )}
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

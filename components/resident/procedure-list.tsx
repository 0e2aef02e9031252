import { MagnifyingGlassIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { Link } from '#components/ui/link.tsx';
import { PhonePlate } from '#components/ui/plate.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import type { ProcedureGroup, ProcedureHit } from '#lib/directory/procedure-dto.ts';
import { localePath } from '#lib/i18n/languages.ts';

/** One field for a resident's own words; its answer is an address that can be sent to somebody. */
export function ProcedureSearchForm({ asked }: { asked: string }) {
  const t = useTranslations('procedures.search');
  const locale = useLocale();
  return (
    <search>
      <form className="pc-search" action={localePath(locale, '/karty-uslug')}>
        <TextInput
          name="q"
          type="search"
          label={t('label')}
          hint={t('hint')}
          defaultValue={asked}
          maxLength={200}
          autoComplete="off"
        />
        <Button>
          <Icon of={MagnifyingGlassIcon} />
          {t('submit')}
        </Button>
      </form>
    </search>
  );
}

/** What was found, best first, with what each card is about. */
export function FoundProcedures({ found }: { found: ProcedureHit[] }) {
  const t = useTranslations('procedures.search');
  return (
    <section className="stack" aria-labelledby="found">
      <div role="status">
        <h2 id="found">{t('found', { count: found.length })}</h2>
      </div>
      <ol className="pc-hits list-plain">
        {found.map((card) => (
          <li key={card.code}>
            <h3>
              <a href={card.url}>{card.title}</a>
            </h3>
            <p>{card.summary}</p>
          </li>
        ))}
      </ol>
      <AllProcedures />
    </section>
  );
}

/** Nothing fits: simpler words, or a person who knows. */
export function NoProcedures() {
  const t = useTranslations('procedures.empty');
  return (
    <div className="stack" role="status">
      <EmptyState
        level={2}
        title={t('title')}
        action={
          <LinkButton look="quiet" href="/zadaj-pytanie">
            {t('ask')}
          </LinkButton>
        }
      >
        <p>{t('text')}</p>
        <p>
          <PhonePlate />
        </p>
      </EmptyState>
      <AllProcedures />
    </div>
  );
}

function AllProcedures() {
  const t = useTranslations('procedures.search');
  return (
    <p>
      <Link className="link-block" href="/karty-uslug">
        {t('all')}
      </Link>
    </p>
  );
}

/** Ways to the topics, then all cards under them. */
export function ProcedureTopics({ groups }: { groups: ProcedureGroup[] }) {
  const t = useTranslations('procedures');
  return (
    <>
      <nav className="pc-topics" aria-labelledby="topics">
        <h2 id="topics">{t('topicsTitle')}</h2>
        <ul className="list-plain">
          {groups.map(({ topic }) => (
            <li key={topic}>
              <a href={`#${topic}`}>{t(`topics.${topic}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="pc-groups">
        {groups.map(({ topic, cards }) => (
          <section key={topic} aria-labelledby={topic}>
            <h2 id={topic}>{t(`topics.${topic}`)}</h2>
            <ul className="list-plain">
              {cards.map((card) => (
                <li key={card.code}>
                  <a href={card.url}>{card.title}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

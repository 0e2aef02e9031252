import { PhoneIcon, WrenchIcon } from '@phosphor-icons/react/ssr';
import { useTranslations } from 'next-intl';
import { LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { BackLink, Main } from '#components/ui/page.tsx';
import { PhonePlate } from '#components/ui/plate.tsx';

const POINTS = { idea: ['what', 'where', 'why'], question: ['what', 'papers', 'note'] };

/** What can be done today about an idea or a question: call, well prepared. */
export function LaterPage({ kind }: { kind: 'idea' | 'question' }) {
  const t = useTranslations('home.later');
  const nav = useTranslations('common.nav');
  return (
    <Main className="wrap form-page">
      <div className="column">
        <BackLink href="/">{nav('home')}</BackLink>
        <h1>{t(`${kind}.title`)}</h1>
        <p className="lead">{t(`${kind}.lead`)}</p>
        <section className="later" aria-labelledby="later-call">
          <h2 id="later-call">
            <Icon of={PhoneIcon} />
            {t('phone.title')}
          </h2>
          <p>{t('phone.text')}</p>
          <p>
            <PhonePlate className="plate-xl" />
          </p>
          <h3>{t(`${kind}.prepare`)}</h3>
          <ul>
            {POINTS[kind].map((point) => (
              <li key={point}>{t(`${kind}.points.${point}`)}</li>
            ))}
          </ul>
        </section>
        <ProblemInstead />
      </div>
    </Main>
  );
}

function ProblemInstead() {
  const t = useTranslations('home.later.problem');
  return (
    <section className="later" aria-labelledby="later-problem">
      <h2 id="later-problem">
        <Icon of={WrenchIcon} />
        {t('title')}
      </h2>
      <p>{t('text')}</p>
      <p>
        <LinkButton look="quiet-main" href="/zglos/problem">
          {t('title')}
        </LinkButton>
      </p>
    </section>
  );
}

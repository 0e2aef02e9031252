import { useLocale, useTranslations } from 'next-intl';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { Main } from '#components/ui/page.tsx';
import { Plate } from '#components/ui/plate.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import type { SupportView } from '#lib/submissions/dto.ts';

type SupportLandingProps = { view: SupportView; supportKey: string };

/** Where the link of a mail leads: one button confirms, or takes back. Opening it does neither. */
export function SupportLanding({ view, supportKey }: SupportLandingProps) {
  const t = useTranslations('ideas.landing');
  const { kind, state, title, reference, count } = view;
  return (
    <Main className="wrap form-page" reference={reference}>
      <div className="column stack">
        <p>
          <Plate>{reference}</Plate>
        </p>
        <h1>{t(`${state}.title`, { kind })}</h1>
        <p className="landing-what">{title}</p>
        <p className="meta">{t(kind === 'IDEA' ? 'count' : 'also', { count })}</p>
        <p className="lead">{t(`${state}.lead`, { kind })}</p>
        <LandingForm view={view} supportKey={supportKey} />
        <p>
          <Link className="link-block" href={`/zgloszenia/${reference}`}>
            {t('see', { kind })}
          </Link>
        </p>
      </div>
    </Main>
  );
}

function LandingForm({ view: { kind, state, over }, supportKey }: SupportLandingProps) {
  const t = useTranslations('ideas.landing');
  const locale = useLocale();
  const act = state === 'COUNTS' ? 'withdraw' : 'confirm';
  if (over && act === 'confirm') return <Banner>{t('over')}</Banner>;
  return (
    <form method="post" action={`/api/supports/${encodeURIComponent(supportKey)}/${act}`}>
      <input type="hidden" name="back" value={localePath(locale, `/poparcie/${supportKey}`)} />
      <Button look={state === 'ASKED' ? 'main' : 'quiet-main'}>{t(`${state}.send`, { kind })}</Button>
    </form>
  );
}

import { HandsClappingIcon, ThumbsUpIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import type { Kept } from '#components/resident/tracking/kept.ts';
import { Banner } from '#components/ui/banner.tsx';
import { Button } from '#components/ui/button.tsx';
import { Details } from '#components/ui/details.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import type { PublicCase } from '#lib/submissions/dto.ts';
import { SupportBar } from './support-bar.tsx';

export type Asked = {
  /** A link was asked for a moment ago. */
  sent: boolean;
  kept: Kept;
};

type SupportBoxProps = { item: PublicCase; asked: Asked };

/** How many support an idea, how many it needs, and the way to be one of them. */
export function IdeaSupport({ item, asked }: SupportBoxProps) {
  const t = useTranslations('ideas.box');
  const { supportCount, supportable, status } = item;
  const threshold = item.idea?.threshold ?? 0;
  // Nobody was asked: an idea of long ago, or one the city took up by itself.
  if (!supportable && supportCount === 0) return null;
  const enough = supportCount >= threshold;
  return (
    <section className="support" id="poparcie" aria-labelledby="support-count">
      <h2 className="sup-n" id="support-count">
        {t.rich('count', { count: supportCount, b: (words) => <strong>{words}</strong> })}
      </h2>
      <SupportBar count={supportCount} threshold={threshold} />
      <p className="meta">
        {t(status !== 'PUBLISHED' ? 'needed' : enough ? 'enough' : 'needs', { threshold })}
      </p>
      {supportable && <AskForm item={item} asked={asked} />}
    </section>
  );
}

/** "I see it too": a problem that more people see weighs more, and whoever says so hears of it. */
export function AlsoSeen({ item, asked }: SupportBoxProps) {
  const t = useTranslations('ideas.box');
  const { supportCount, supportable } = item;
  if (!supportable && supportCount === 0) return null;
  const open = asked.sent || asked.kept.error('email') !== undefined;
  return (
    <section className="support" id="poparcie" aria-labelledby="support-count">
      <h2 className="h-s" id="support-count">
        {t('also', { count: supportCount })}
      </h2>
      {supportable && (
        <Details summary={t('alsoMe')} open={open}>
          <AskForm item={item} asked={asked} />
        </Details>
      )}
    </section>
  );
}

/** An address for the link that confirms. Nothing counts before it is followed. */
function AskForm({ item: { reference, kind }, asked: { sent, kept } }: SupportBoxProps) {
  const t = useTranslations('ideas.box');
  const locale = useLocale();
  if (sent) {
    return (
      <Banner tone="ok" role="status">
        {t('sent')}
      </Banner>
    );
  }
  return (
    <form className="stack" method="post" action={`/api/submissions/${reference}/support`} noValidate>
      <input type="hidden" name="back" value={`${localePath(locale, `/zgloszenia/${reference}`)}#poparcie`} />
      <TextInput
        name="email"
        type="email"
        label={t('email')}
        hint={t('hint')}
        error={kept.error('email')}
        defaultValue={kept.value('email')}
        autoComplete="email"
        spellCheck={false}
        maxLength={254}
      />
      <Button wide look={kind === 'IDEA' ? 'main' : 'quiet-main'}>
        <Icon of={kind === 'IDEA' ? HandsClappingIcon : ThumbsUpIcon} weight="fill" />
        {t('send', { kind })}
      </Button>
      <p className="meta">{t('privacy')}</p>
    </form>
  );
}

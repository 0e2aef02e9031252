import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import type { TrackedCase } from '#lib/submissions/dto.ts';
import { CommandForm } from './command-form.tsx';

/** May the case become another kind? One button agrees, one refuses; silence changes nothing. */
export function KindSection({ tracked }: { tracked: TrackedCase }) {
  const t = useTranslations('tracking.kind');
  if (!tracked.proposedKind || !tracked.abilities.includes('accept-kind')) return null;
  const why = tracked.timeline
    .find(({ type }) => type === 'propose-kind')
    ?.messages.find(({ role }) => role === 'EXPLANATION');
  return (
    <section className="ask" aria-labelledby="kind" id="rodzaj">
      <h2 id="kind">{t('title')}</h2>
      {why?.text && (
        <blockquote lang={why.locale} className="pre-line">
          {why.text}
        </blockquote>
      )}
      <p>{t(`to.${tracked.proposedKind}`)}</p>
      <div className="ask-b">
        <CommandForm tracked={tracked} command="accept-kind">
          <Button>{t('yes')}</Button>
        </CommandForm>
        <CommandForm tracked={tracked} command="refuse-kind">
          <Button look="quiet">{t('no')}</Button>
        </CommandForm>
      </div>
      <p className="meta">{t('stays')}</p>
    </section>
  );
}

import { CheckCircleIcon } from '@phosphor-icons/react/ssr';
import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Details } from '#components/ui/details.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { FileInput, TextArea } from '#components/ui/text-input.tsx';
import { formatDay } from '#lib/i18n/dates.ts';
import type { TrackedCase } from '#lib/submissions/dto.ts';
import { CommandForm } from './command-form.tsx';
import type { Kept } from './kept.ts';

/** "Is it really fixed?" The last word belongs to the resident: yes closes, no brings it back once. */
export function LastWord({ tracked, kept }: { tracked: TrackedCase; kept: Kept }) {
  const t = useTranslations('tracking.lastWord');
  const locale = useLocale();
  const { abilities, objectUntil } = tracked;
  const mayClose = abilities.includes('close');
  const mayObject = abilities.includes('object');
  if (!mayClose && !mayObject) return null;
  const about = aboutOf(tracked);
  return (
    <section className="ask" aria-labelledby="last-word" id="ocena">
      <h2 id="last-word">{t(`${about}.title`)}</h2>
      <p>{mayClose ? t('lead') : t('leadClosed')}</p>
      <div className="ask-b">
        {mayClose && (
          <CommandForm tracked={tracked} command="close">
            <Button look="main">
              <Icon of={CheckCircleIcon} weight="fill" />
              {t(`${about}.yes`)}
            </Button>
          </CommandForm>
        )}
      </div>
      {mayObject ? (
        <Details summary={t(`${about}.no`)} open={kept.command === 'object'} id="sprzeciw">
          <ObjectForm tracked={tracked} kept={kept} />
        </Details>
      ) : (
        <p>{t('usedUp')}</p>
      )}
      {objectUntil && (
        <p className="meta">{t(mayClose ? 'silence' : 'until', { day: formatDay(locale, objectUntil) })}</p>
      )}
    </section>
  );
}

/** What is asked: whether it is fixed, as it was meant, a help, or simply enough. */
function aboutOf({ kind, outcome }: TrackedCase): 'fixed' | 'idea' | 'question' | 'other' {
  if (kind === 'QUESTION' && outcome === 'ANSWERED') return 'question';
  if (outcome === 'IMPLEMENTED') return 'idea';
  return outcome === 'FIXED' ? 'fixed' : 'other';
}

function ObjectForm({ tracked, kept }: { tracked: TrackedCase; kept: Kept }) {
  const t = useTranslations('tracking.object');
  return (
    <CommandForm tracked={tracked} command="object" className="stack" withFiles>
      <p>{t('lead')}</p>
      <TextArea
        name="objection"
        label={t('text')}
        hint={t('textHint')}
        error={kept.error('objection')}
        defaultValue={kept.value('objection')}
        rows={4}
      />
      <FileInput
        name="photos"
        label={t('photo')}
        hint={t('photoHint')}
        optional
        error={kept.error('photos')}
        kept={kept.command === 'object' ? kept.photos : []}
        accept="image/jpeg,image/png,image/webp"
        multiple
      />
      <Button look="quiet-main">{t('send')}</Button>
    </CommandForm>
  );
}

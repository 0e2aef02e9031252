import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Details } from '#components/ui/details.tsx';
import { FileInput, TextArea } from '#components/ui/text-input.tsx';
import { formatDate } from '#lib/i18n/dates.ts';
import { MAX_PHOTO_MEGABYTES, MAX_PHOTOS, PHOTO_TYPES } from '#lib/media/schema.ts';
import type { TrackedCase } from '#lib/submissions/dto.ts';
import { CommandForm } from './command-form.tsx';
import type { Kept } from './kept.ts';

type Props = { tracked: TrackedCase; kept: Kept };

/** The city's question, in amber because it waits for the resident, with a place to answer. */
export function ReplySection({ tracked, kept }: Props) {
  const t = useTranslations('tracking.reply');
  if (!tracked.abilities.includes('reply')) return null;
  const question = tracked.timeline
    .find(({ type }) => type === 'ask')
    ?.messages.find(({ role }) => role === 'QUESTION');
  return (
    <section className="ask" aria-labelledby="question" id="pytanie">
      <h2 id="question">{t('title')}</h2>
      {question?.text && (
        <blockquote lang={question.locale} className="pre-line">
          {question.text}
        </blockquote>
      )}
      <CommandForm tracked={tracked} command="reply" className="stack" withFiles>
        <TextArea
          name="reply"
          label={t('label')}
          error={kept.error('reply')}
          defaultValue={kept.value('reply')}
          rows={4}
        />
        <ReplyPhotos kept={kept} />
        <Button>{t('send')}</Button>
      </CommandForm>
    </section>
  );
}

/** A picture often says it best. */
function ReplyPhotos({ kept }: { kept: Kept }) {
  const t = useTranslations('tracking.reply');
  const again = kept.command === 'reply';
  return (
    <FileInput
      name="photos"
      label={t('photos')}
      hint={t('photosHint', { most: MAX_PHOTOS, size: MAX_PHOTO_MEGABYTES })}
      optional
      error={again ? kept.error('photos') : undefined}
      kept={again ? kept.photos : []}
      accept={PHOTO_TYPES.join(',')}
      multiple
    />
  );
}

/** Change the text in the first minutes; take the whole thing back. */
export function OwnActions({ tracked, kept }: Props) {
  const t = useTranslations('tracking.own');
  const words = useTranslations(`kinds.${tracked.kind}`);
  const locale = useLocale();
  const mayEdit = tracked.abilities.includes('edit');
  const mayWithdraw = tracked.abilities.includes('withdraw');
  if (!mayEdit && !mayWithdraw) return null;
  return (
    <section className="stack no-print" aria-labelledby="own">
      <h2 id="own">{t('title')}</h2>
      {mayEdit && tracked.editUntil && (
        <Details summary={t('edit.title')} open={kept.command === 'edit'}>
          <CommandForm tracked={tracked} command="edit" className="stack">
            <TextArea
              name="text"
              label={words('check.what')}
              hint={t('edit.hint', { time: formatDate(locale, new Date(tracked.editUntil), 'time') })}
              error={kept.error('text')}
              defaultValue={kept.value('text') ?? tracked.text ?? ''}
              rows={6}
            />
            <Button look="quiet">{t('edit.send')}</Button>
          </CommandForm>
        </Details>
      )}
      {mayWithdraw && (
        <Details summary={t('withdraw.title')} open={kept.command === 'withdraw'}>
          <p>{t('withdraw.what')}</p>
          <CommandForm tracked={tracked} command="withdraw">
            <Button look="danger">{t('withdraw.send')}</Button>
          </CommandForm>
        </Details>
      )}
    </section>
  );
}

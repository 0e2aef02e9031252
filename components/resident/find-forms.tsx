import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { TextInput } from '#components/ui/text-input.tsx';
import { localePath } from '#lib/i18n/languages.ts';
import type { Kept } from './tracking/kept.ts';

/** Number or code leads to the case. */
export function FindForm({ value, error }: { value?: string; error?: string }) {
  const t = useTranslations('tracking.find');
  const locale = useLocale();
  return (
    <form className="stack" action={localePath(locale, '/sledz')}>
      <TextInput
        name="kod"
        label={t('label')}
        hint={t('hint')}
        error={error}
        defaultValue={value}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
      />
      <Button>{t('submit')}</Button>
    </form>
  );
}

/** The link again, to the address that was given; the answer is the same whether the two belong together or not. */
export function LostLinkForm({ kept, reference }: { kept: Kept; reference?: string }) {
  const t = useTranslations('tracking.lost');
  const locale = useLocale();
  const page = localePath(locale, '/sledz');
  return (
    <section className="stack" aria-labelledby="lost">
      <h2 id="lost">{t('title')}</h2>
      <p>{t('lead')}</p>
      <form className="stack" method="post" action="/api/links">
        <input type="hidden" name="back" value={page} />
        <input type="hidden" name="next" value={`${page}?wyslano=1`} />
        <TextInput
          name="reference"
          label={t('reference')}
          hint={t('referenceHint')}
          error={kept.error('reference')}
          defaultValue={kept.value('reference') ?? reference}
          autoComplete="off"
          maxLength={40}
        />
        <TextInput
          name="email"
          type="email"
          label={t('email')}
          error={kept.error('email')}
          defaultValue={kept.value('email')}
          autoComplete="email"
          maxLength={254}
        />
        <Button look="quiet-main">{t('submit')}</Button>
      </form>
    </section>
  );
}

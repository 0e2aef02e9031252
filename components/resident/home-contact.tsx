import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { EmergencyLine } from '#components/ui/emergency-line.tsx';
import { PhonePlate } from '#components/ui/plate.tsx';
import { localePath } from '#lib/i18n/languages.ts';

/** For those who would rather talk. Opening hours are not said until an administrator has confirmed them. */
export function CallSection() {
  const t = useTranslations('home');
  return (
    <section className="call" aria-labelledby="home-call">
      <h2 id="home-call">{t('call.title')}</h2>
      <p>
        <PhonePlate className="plate-xl" />
      </p>
      <p className="call-text">{t('call.text')}</p>
      <p className="meta">
        <EmergencyLine />
      </p>
    </section>
  );
}

/** For those who have reported already. */
export function CheckSection() {
  const t = useTranslations('home.check');
  return (
    <section className="check" aria-labelledby="home-check">
      <h2 id="home-check">{t('title')}</h2>
      <form className="field" action={localePath(useLocale(), '/sledz')}>
        <label htmlFor="kod">{t('label')}</label>
        <span className="hint" id="kod-hint">
          {t('hint')}
        </span>
        <span className="inline-form">
          <input
            className="input"
            id="kod"
            name="kod"
            aria-describedby="kod-hint"
            autoComplete="off"
            spellCheck={false}
          />
          <Button>{t('submit')}</Button>
        </span>
      </form>
    </section>
  );
}

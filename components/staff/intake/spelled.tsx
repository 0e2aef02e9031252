import { useTranslations } from 'next-intl';
import { Plate } from '#components/ui/plate.tsx';
import { textLocale } from '#lib/i18n/languages.ts';
import { translator } from '#lib/i18n/translator.ts';

const GROUP = 4;

/** A code to be read aloud: in groups of four, and below them each sign in the words of the person who listens. */
export function Spelled({ code, language }: { code: string; language: string }) {
  const t = useTranslations('intake.receipt');
  const say = translator(language, 'intake');
  const groups = code.match(new RegExp(`.{1,${GROUP}}`, 'g')) ?? [code];
  return (
    <>
      <Plate className="in-code">{groups.join('-')}</Plate>
      <details className="details" open>
        <summary>{t('spell')}</summary>
        <ol className="list-plain in-spell" lang={textLocale(language)}>
          {groups.map((group, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and they never move
            <li key={place}>
              <b>{group}</b> {[...group].map((sign) => say(`spelling.${sign}`)).join(', ')}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

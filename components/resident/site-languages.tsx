import { useLocale } from 'next-intl';
import { LANGUAGES, localePath } from '#lib/i18n/languages.ts';

/** The other languages, each named in itself, leading to the same page. `path` has no language prefix. */
export function OtherLanguages({ path }: { path: string }) {
  const locale = useLocale();
  return LANGUAGES.filter((language) => language.code !== locale).map(({ code, name }) => (
    <li key={code}>
      <a href={localePath(code, path)} lang={code} hrefLang={code}>
        {name}
      </a>
    </li>
  ));
}

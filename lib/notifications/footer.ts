import { localePath } from '#lib/i18n/languages.ts';
import { formatPhone, INFOLINE } from '#lib/i18n/phone.ts';
import { type Translate, translator } from '#lib/i18n/translator.ts';
import { groupTrackingCode } from '#lib/platform/ids.ts';
import type { FooterLine } from './content.ts';
import type { ResidentFacts } from './facts.ts';

/** Whoever only supports a case has no code of it, and can stop hearing of it. */
export function footerOf(
  { own, locale, supportKey }: ResidentFacts,
  t: Translate,
  appUrl: string,
): FooterLine[] {
  if (supportKey !== null) return [infoline(t, locale), supportLink(locale, supportKey, appUrl)];
  return [
    { lead: t('footer.code'), text: t('footer.codeText', { code: groupTrackingCode(own.code) }) },
    infoline(t, locale),
    { lead: t('footer.why'), text: t('footer.whyText') },
  ];
}

/** The phone, for whoever would rather talk. */
export function infoline(t: Translate, locale: string): FooterLine {
  const label = formatPhone(INFOLINE, locale);
  return {
    lead: t('footer.talk'),
    text: t('footer.talkText', { phone: label }),
    phone: { label, number: INFOLINE },
  };
}

/** The page of a support, where it is confirmed and withdrawn. */
export function supportUrl(locale: string, key: string, appUrl: string): string {
  return `${appUrl}${localePath(locale, `/poparcie/${key}`)}`;
}

/** How not to get these mails any more. */
export function supportLink(locale: string, key: string, appUrl: string): FooterLine {
  const t = translator(locale, 'ideas');
  const url = supportUrl(locale, key, appUrl);
  return { lead: t('letter.stopLead'), text: t('letter.stop'), link: { label: t('letter.stop'), url } };
}

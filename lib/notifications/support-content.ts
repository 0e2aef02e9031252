import { localePath, textLocale } from '#lib/i18n/languages.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { MailContent } from './content.ts';
import type { SupportFacts } from './facts.ts';
import { infoline, supportLink, supportUrl } from './footer.ts';
import { withPlainSpaces } from './text.ts';

/** The mail that asks to confirm a support, or says that it counts. Whoever gets it may have been named by a stranger. */
export function composeSupport(facts: SupportFacts, appUrl: string): MailContent {
  const { template, kind, reference, title, locale, key } = facts;
  const t = translator(locale, 'ideas');
  const mail = translator(locale, 'mail');
  const say = (part: string) => t(`letter.${template}.${part}`, { kind, reference });
  const asks = template === 'supportConfirm';
  const page = supportUrl(locale, key, appUrl);
  return {
    lang: textLocale(locale),
    subject: withPlainSpaces(mail('subject', { status: say('status'), title, reference })),
    sender: mail('office'),
    status: { word: say('status'), tone: asks ? 'wait' : 'done' },
    heading: title,
    blocks: [
      { type: 'text', text: mail('hello') },
      { type: 'text', text: say('intro') },
      {
        type: 'buttons',
        items: [
          {
            label: say('button'),
            url: asks ? page : `${appUrl}${localePath(locale, `/zgloszenia/${reference}`)}`,
          },
        ],
      },
      { type: 'small', text: say('next') },
    ],
    footer: [
      infoline(mail, locale),
      { lead: mail('footer.why'), text: t(`letter.${template}.why`) },
      ...(asks ? [] : [supportLink(facts.locale, key, appUrl)]),
    ],
    ...(!asks && { unsubscribe: page }),
  };
}

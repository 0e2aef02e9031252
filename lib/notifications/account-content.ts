import { formatDate } from '#lib/i18n/dates.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { MailContent } from './content.ts';
import type { AccountTemplate } from './templates.ts';
import { withPlainSpaces } from './text.ts';

/** What the mail with an account's link is made from. */
export type AccountFacts = {
  template: AccountTemplate;
  name: string;
  email: string;
  key: string;
  expiresAt: Date;
};

/** The mail by which a member of staff sets a password. It says what the account is and until when the link works. */
export function composeAccount(facts: AccountFacts, appUrl: string): MailContent {
  const t = translator('pl', 'admin');
  const say = (part: string, values = {}) => t(`letter.${facts.template}.${part}`, values);
  const until = formatDate('pl', facts.expiresAt, 'moment');
  return {
    lang: 'pl',
    subject: withPlainSpaces(say('subject')),
    sender: t('letter.office'),
    status: { word: say('status'), tone: 'new' },
    heading: say('heading'),
    blocks: [
      { type: 'text', text: t('letter.hello') },
      { type: 'text', text: say('intro', { name: facts.name, email: facts.email }) },
      {
        type: 'buttons',
        items: [{ label: t('letter.button'), url: `${appUrl}/logowanie/konto/${facts.key}` }],
      },
      { type: 'text', lead: t('letter.untilLead'), text: t('letter.until', { until }) },
      { type: 'small', text: say('notYou') },
    ],
    footer: [{ lead: t('letter.whyLead'), text: t('letter.why') }],
  };
}

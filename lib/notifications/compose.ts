import { formatDay } from '#lib/i18n/dates.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { type Translate, translator } from '#lib/i18n/translator.ts';
import type { MailBlock, MailContent, MailTone } from './content.ts';
import type { DepartmentFacts, ResidentFacts } from './facts.ts';
import { footerOf, supportUrl } from './footer.ts';
import { residentBlocks } from './resident-content.ts';
import type { ResidentTemplate } from './templates.ts';
import { withPlainSpaces } from './text.ts';

type Look = { word: string; tone: MailTone };

/** The plate on top: the same word and colour as on the portal. `resolved` says its outcome. */
const LOOKS: Record<Exclude<ResidentTemplate, 'resolved' | 'reopened' | 'link'>, Look> = {
  received: { word: 'RECEIVED', tone: 'new' },
  forwarded: { word: 'FORWARDED', tone: 'sent' },
  taken: { word: 'IN_PROGRESS', tone: 'work' },
  planned: { word: 'SCHEDULED', tone: 'plan' },
  progressed: { word: 'PROGRESS', tone: 'work' },
  asked: { word: 'REPORTER', tone: 'wait' },
  reminded: { word: 'REPORTER', tone: 'wait' },
  answered: { word: 'ANSWERED', tone: 'done' },
  redirected: { word: 'OUTSIDE_CITY', tone: 'closed' },
  declined: { word: 'DECLINED', tone: 'closed' },
  duplicate: { word: 'DUPLICATE', tone: 'closed' },
  kindProposed: { word: 'REPORTER', tone: 'wait' },
  converted: { word: 'RECEIVED', tone: 'new' },
  published: { word: 'PUBLISHED', tone: 'new' },
  threshold: { word: 'THRESHOLD', tone: 'done' },
  review: { word: 'UNDER_REVIEW', tone: 'work' },
  accepted: { word: 'ACCEPTED', tone: 'plan' },
  expired: { word: 'EXPIRED', tone: 'closed' },
  noReply: { word: 'NO_REPLY', tone: 'closed' },
  withdrawn: { word: 'WITHDRAWN', tone: 'closed' },
};

function statusOf(facts: ResidentFacts, t: Translate): Look {
  const { template, outcome, locale } = facts;
  if (template === 'reopened') return { word: t('status.reopened'), tone: 'sent' };
  if (template === 'link') return { word: t('status.link'), tone: 'new' };
  const look: Look =
    template === 'resolved'
      ? { word: outcome ?? 'RESOLVED', tone: outcome === 'NO_FAULT_FOUND' ? 'closed' : 'done' }
      : LOOKS[template];
  return { word: translator(locale, 'statuses')(look.word), tone: look.tone };
}

/** `Dziura w jezdni` in the middle of a line; a name such as `MPK` stays. */
function lowerFirst(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

const joined = (...parts: (string | null)[]) => parts.filter(Boolean).join(', ');

/** The mail to a person: everything in it is theirs or public, and the subject gives nothing sensitive away. */
export function composeResident(facts: ResidentFacts, appUrl: string): MailContent {
  const t = translator(facts.locale, 'mail');
  const { own } = facts;
  const status = statusOf(facts, t);
  const heading = own.title ?? joined(own.category, own.address);
  const title = own.sensitive
    ? lowerFirst(t('ownCase', { kind: facts.kind }))
    : (own.title ?? lowerFirst(heading));
  return {
    lang: textLocale(facts.locale),
    subject: withPlainSpaces(t('subject', { status: status.word, title, reference: own.reference })),
    sender: t('office'),
    status,
    heading,
    blocks: residentBlocks(facts, appUrl),
    footer: footerOf(facts, t, appUrl),
    ...(facts.supportKey !== null && {
      unsubscribe: supportUrl(facts.locale, facts.supportKey, appUrl),
    }),
  };
}

/** The mail to a department: which case, where and by when; who reported it is read in the portal alone. */
export function composeDepartment(facts: DepartmentFacts, appUrl: string): MailContent {
  const t = translator('pl', 'mail');
  const word = t(`status.${facts.template}`);
  const title = lowerFirst(joined(facts.category, facts.address));
  const rows = [
    { label: t('fact.reference'), value: facts.reference },
    { label: t('fact.category'), value: facts.category },
    { label: t('fact.place'), value: facts.address },
    { label: t('fact.district'), value: facts.district },
    { label: t('fact.fixBy'), value: facts.fixBy && formatDay('pl', facts.fixBy, 'weekday') },
  ];
  const blocks: MailBlock[] = [
    { type: 'text', text: t('hello') },
    { type: 'text', text: t(`${facts.template}.intro`) },
    { type: 'facts', rows: rows.flatMap(({ label, value }) => (value ? [{ label, value }] : [])) },
    {
      type: 'buttons',
      items: [{ label: t(`${facts.template}.button`), url: `${appUrl}/staff/zgloszenia/${facts.reference}` }],
    },
  ];
  return {
    lang: 'pl',
    subject: withPlainSpaces(t('subject', { status: word, title, reference: facts.reference })),
    sender: t('office'),
    status: { word, tone: 'sent' },
    heading: facts.category,
    blocks,
    footer: [{ lead: t('footer.why'), text: t('footer.whyDepartment') }],
  };
}

import { formatDate, formatDay } from '#lib/i18n/dates.ts';
import { localePath, textLocale } from '#lib/i18n/languages.ts';
import { formatMoney } from '#lib/i18n/money.ts';
import { formatPhone } from '#lib/i18n/phone.ts';
import { type Translate, translator } from '#lib/i18n/translator.ts';
import { IDEA_DAYS, NO_REPLY_DAYS, OBJECTION_DAYS } from '#lib/submissions/words.ts';
import type { MailBlock } from './content.ts';
import type { ResidentFacts, Words } from './facts.ts';
import { hasPublicPage, type ResidentTemplate } from './templates.ts';

const DAY_MS = 86_400_000;

/** What every part of a mail is written with. */
type Pen = {
  facts: ResidentFacts;
  /** A sentence of this template, with the usual values filled in. */
  say: (key: string, values?: Record<string, string>) => string;
  t: Translate;
  /** The tracking page of the recipient's own case. */
  own: string;
  /** The public page of a case. */
  page: (reference: string) => string;
  after: (from: Date, days: number) => string;
};

const text = (words: string): MailBlock => ({ type: 'text', text: words });
/** Begins with what matters. */
const led = (lead: string, words: string): MailBlock => ({ type: 'text', lead, text: words });
/** Ends with what matters. */
const ending = (words: string, strong: string): MailBlock => ({ type: 'text', text: words, strong });
const small = (words: string): MailBlock => ({ type: 'small', text: words });
const button = (label: string, url: string): MailBlock => ({ type: 'buttons', items: [{ label, url }] });

/** Words of a person, in their language; nothing where there are none, and a plain note where they were removed. */
function quote({ facts, t }: Pen, words: Words | null): MailBlock[] {
  if (!words) return [];
  // Questions are private: whoever follows one does not read what was written to somebody else.
  if (facts.follows && !hasPublicPage(facts.kind)) return [text(t('followerPrivate'))];
  if (words.text === null) return [small(t('erased'))];
  const foreign = words.locale !== textLocale(facts.locale);
  return [{ type: 'quote', text: words.text, ...(foreign && { lang: words.locale }) }];
}

/** In the words of the case's page. */
function cost({ facts: { cost: amount, locale } }: Pen): MailBlock[] {
  if (amount === null) return [];
  const say = translator(locale, 'tracking');
  return [text(say('answer.cost', { cost: formatMoney(locale, amount) }))];
}

const see = ({ facts, t, own }: Pen) => button(t('see', { kind: facts.kind }), own);

/** How to say that an ending is wrong: on the tracking page, or, for those who follow, with a case of their own. */
function disagree({ facts, t, after }: Pen): MailBlock[] {
  if (facts.supportKey !== null && facts.kind === 'IDEA') return [];
  return [
    small(facts.follows ? t('followerEnd') : t('objection', { date: after(facts.at, OBJECTION_DAYS) })),
  ];
}

function explained(pen: Pen, intro: MailBlock[]): MailBlock[] {
  return [...intro, ...quote(pen, pen.facts.explanation), see(pen), ...disagree(pen)];
}

function question(pen: Pen, since: Date): MailBlock[] {
  const { facts, say, own, after } = pen;
  return [
    text(say('intro')),
    ...quote(pen, facts.question),
    button(say('button'), `${own}#pytanie`),
    small(say('next', { date: after(since, NO_REPLY_DAYS) })),
  ];
}

/** "Is it really fixed?" goes to the person whose case it is; both answers are given on its page. */
function resolved(pen: Pen): MailBlock[] {
  const { facts, say, own, after } = pen;
  const intro = [text(say('intro')), ...quote(pen, facts.explanation)];
  if (facts.follows) return [...intro, see(pen), ...disagree(pen)];
  if (facts.outcome === 'IMPLEMENTED') return [...intro, text(say('thanks')), see(pen), ...disagree(pen)];
  if (facts.outcome === 'ANSWERED') return [...intro, see(pen), ...disagree(pen)];
  return [
    ...intro,
    led(say('askLead'), say('ask')),
    {
      type: 'buttons',
      items: [
        { label: say('yes'), url: `${own}#ocena` },
        { label: say('no'), url: `${own}#sprzeciw` },
      ],
    },
    small(say('buttons', { date: after(facts.at, OBJECTION_DAYS) })),
  ];
}

function declined(pen: Pen): MailBlock[] {
  const { facts, say } = pen;
  return [
    text(say('intro')),
    ending(say('reasonLead'), say(`reason.${facts.reasonCode ?? 'OTHER'}`)),
    text(say('who')),
    ...quote(pen, facts.explanation),
    ...cost(pen),
    ...(facts.alternative ? [text(say('alternative')), ...quote(pen, facts.alternative)] : []),
    see(pen),
    ...disagree(pen),
  ];
}

/** A part is done: what, what is left, and by when, if somebody knows. */
function progressed(pen: Pen): MailBlock[] {
  const { facts, say } = pen;
  return [
    text(say('intro')),
    ...quote(pen, facts.explanation),
    ...(facts.remaining ? [text(say('remaining')), ...quote(pen, facts.remaining)] : []),
    ...(facts.until
      ? [ending(say('until'), say('date', { date: formatDay(facts.locale, facts.until) }))]
      : []),
    see(pen),
  ];
}

function redirected(pen: Pen): MailBlock[] {
  const { facts, say } = pen;
  const phone = facts.institution?.phone;
  return [
    ending(say('intro'), `${facts.institution?.name ?? ''}.`),
    ...(phone ? [ending(say('phoneLead'), say('phone', { phone: formatPhone(phone, facts.locale) }))] : []),
    text(say('who')),
    ...quote(pen, facts.explanation),
    see(pen),
    ...disagree(pen),
  ];
}

function duplicate(pen: Pen): MailBlock[] {
  const { facts, say, t, own, page } = pen;
  const other = facts.otherReference ?? '';
  const mine = { label: t('see', { kind: facts.kind }), url: own };
  const theirs = { label: say('button', { other }), url: page(other) };
  return [
    text(facts.follows ? say('introFollower', { other }) : say('intro', { other })),
    ...quote(pen, facts.explanation),
    text(say('next')),
    { type: 'buttons', items: hasPublicPage(facts.kind) ? [theirs, mine] : [mine] },
    ...(facts.follows ? [] : disagree(pen)),
  ];
}

function received({ facts, say, t, own }: Pen): MailBlock[] {
  const date = formatDay(facts.locale, facts.answerBy);
  return [
    text(say('intro')),
    ...(facts.own.danger ? [text(say('danger'))] : []),
    led(say('nextLead'), say('next', { date })),
    button(t('see', { kind: facts.kind }), own),
    small(say('news')),
  ];
}

const named = ({ facts }: Pen) => `${facts.department ?? ''}.`;

const PARTS: Record<ResidentTemplate, (pen: Pen) => MailBlock[]> = {
  received,
  progressed,
  resolved,
  declined,
  redirected,
  duplicate,
  forwarded: (pen) => [ending(pen.say('intro'), named(pen)), text(pen.say('next')), see(pen)],
  taken: (pen) => [ending(pen.say('intro'), named(pen)), text(pen.say('next')), see(pen)],
  planned: (pen) => [
    ending(pen.say('intro'), pen.say('date', { date: formatDay(pen.facts.locale, pen.facts.until ?? '') })),
    text(pen.say('who')),
    ...quote(pen, pen.facts.explanation),
    see(pen),
  ],
  asked: (pen) => question(pen, pen.facts.at),
  reminded: (pen) => question(pen, pen.facts.askedAt),
  answered: (pen) => explained(pen, [text(pen.say('intro'))]),
  published: (pen) => [
    text(pen.say('intro', { date: pen.after(pen.facts.at, IDEA_DAYS) })),
    button(pen.say('button'), pen.page(pen.facts.reference)),
    small(pen.say('next')),
  ],
  kindProposed: (pen) => [
    text(pen.say('intro')),
    ...quote(pen, pen.facts.explanation),
    text(pen.say(`to.${pen.facts.newKind ?? 'OTHER'}`)),
    button(pen.say('button'), `${pen.own}#rodzaj`),
    small(pen.say('next', { date: pen.after(pen.facts.at, NO_REPLY_DAYS) })),
  ],
  converted: (pen) => [text(pen.say(`to.${pen.facts.newKind ?? 'OTHER'}`)), text(pen.say('next')), see(pen)],
  threshold: (pen) => [text(pen.say('intro')), text(pen.say('next')), see(pen)],
  review: (pen) => [text(pen.say('intro')), ...quote(pen, pen.facts.explanation), see(pen)],
  accepted: (pen) => [text(pen.say('intro')), ...quote(pen, pen.facts.explanation), ...cost(pen), see(pen)],
  expired: (pen) => [text(pen.say('intro')), ...(pen.facts.follows ? [] : [text(pen.say('next'))]), see(pen)],
  noReply: (pen) => [
    text(pen.say('intro')),
    see(pen),
    ...(pen.facts.follows
      ? disagree(pen)
      : [text(pen.say('next', { date: pen.after(pen.facts.at, OBJECTION_DAYS) }))]),
  ],
  withdrawn: (pen) =>
    pen.facts.follows
      ? [text(pen.say('introFollower')), see(pen)]
      : [text(pen.say('intro')), text(pen.say('next')), see(pen)],
  reopened: (pen) => [
    text(pen.say(pen.facts.follows ? 'introFollower' : 'intro')),
    ...(pen.facts.follows || pen.facts.byReporter ? [] : quote(pen, pen.facts.objection)),
    text(pen.say('next')),
    see(pen),
  ],
  link: (pen) => [text(pen.say('intro')), button(pen.say('button'), pen.own), small(pen.say('next'))],
};

/** Who hears of another's case is told why. */
function whyToYou(
  { follows, supportKey, own, kind, reference, locale }: ResidentFacts,
  t: Translate,
): MailBlock[] {
  if (supportKey !== null) return [text(translator(locale, 'ideas')('letter.because', { kind, reference }))];
  return follows ? [text(t('follower', { own: own.reference, reference }))] : [];
}

/** The middle of a mail to a person. `appUrl` is the portal's address without a slash at the end. */
export function residentBlocks(facts: ResidentFacts, appUrl: string): MailBlock[] {
  const t = translator(facts.locale, 'mail');
  const usual = {
    kind: facts.kind,
    reference: facts.reference,
    department: facts.department ?? t('office'),
    outcome: facts.outcome ?? '',
    by: facts.byReporter ? 'reporter' : 'staff',
  };
  const link = (path: string) => `${appUrl}${localePath(facts.locale, path)}`;
  const pen: Pen = {
    facts,
    t,
    say: (key, values) => t(`${facts.template}.${key}`, { ...usual, ...values }),
    own: link(facts.supportKey === null ? `/sledz/${facts.own.code}` : `/zgloszenia/${facts.reference}`),
    page: (reference) => link(`/zgloszenia/${reference}`),
    after: (from, days) => formatDate(facts.locale, new Date(from.getTime() + days * DAY_MS)),
  };
  return [text(t('hello')), ...whyToYou(facts, t), ...PARTS[facts.template](pen)];
}

import { normaliseEmail } from '#lib/contacts/normalise.ts';
import { textIn } from '#lib/directory/names.ts';
import type { Notification, Prisma } from '#lib/generated/prisma/client.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import { lastDayOfTerm } from '#lib/submissions/service-clock.ts';
import { supportKey } from '#lib/submissions/support-key.ts';
import type { ResidentFacts, SupportFacts } from '../facts.ts';
import { RESIDENT_TEMPLATES, SUPPORT_TEMPLATES } from '../templates.ts';
import { withoutLinks } from '../without-links.ts';
import { CASE } from './case-columns.ts';
import { eventFacts, eventOf } from './event-facts.ts';

type Addressed<F> = { to: string; facts: F };
type SupportRow = Prisma.SupportGetPayload<{ include: { submission: { select: typeof CASE } } }>;

/** A request to confirm, or the news that a support counts; null when it was taken back or forgotten meanwhile. */
export async function supportMail(notification: Notification): Promise<Addressed<SupportFacts> | null> {
  const template = SUPPORT_TEMPLATES.find((known) => known === notification.template);
  const found = await reachable(notification.recipientKey);
  if (!template || !found) return null;
  const { support, to } = found;
  const { kind, reference } = support.submission;
  const shown = publicWords(support);
  const title = shown.title ?? [shown.category, shown.address].filter(Boolean).join(', ');
  const key = supportKey(support.id, support.linkVersion);
  return { to, facts: { template, locale: support.locale, kind, reference, title, key } };
}

/** News of a case for somebody who supports it: what everybody may read, in the supporter's language. */
export async function supporterNews(notification: Notification): Promise<Addressed<ResidentFacts> | null> {
  const template = RESIDENT_TEMPLATES.find((known) => known === notification.template);
  const [event, found] = await Promise.all([
    notification.eventId === null ? null : eventOf(notification.eventId),
    reachable(notification.recipientKey),
  ]);
  if (!template || !event || found?.support.verifiedAt == null) return null;
  const { support, to } = found;
  const { submission, locale } = support;
  const facts: ResidentFacts = {
    template,
    locale,
    kind: submission.kind,
    reference: submission.reference,
    own: {
      reference: submission.reference,
      code: '',
      sensitive: submission.category.sensitive,
      danger: submission.category.danger,
      ...publicWords(support),
    },
    follows: true,
    supportKey: supportKey(support.id, support.linkVersion),
    answerBy: lastDayOfTerm(submission.firstAnswerDue),
    ...(await eventFacts(event, locale, true)),
  };
  return { to, facts };
}

/** Withdrawn and erased people are written to no more, whatever was planned before. */
async function reachable(supportId: string): Promise<{ support: SupportRow; to: string } | null> {
  const support = await db.support.findUnique({
    where: { id: supportId },
    include: { submission: { select: CASE } },
  });
  const to = support?.email && !support.erasedAt ? normaliseEmail(support.email) : null;
  return support && to && support.withdrawnAt === null ? { support, to } : null;
}

/** What the case is called, as far as a person released it. */
function publicWords({ submission, locale }: SupportRow) {
  const { publicTitle, publicText, category, places } = submission;
  const open = publicText !== null && !category.sensitive;
  return {
    title: withoutLinks(publicTitle),
    category: textIn(category.name, textLocale(locale)),
    address: open ? withoutLinks(places[0]?.address ?? null) : null,
  };
}

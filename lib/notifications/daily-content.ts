import { formatDay } from '#lib/i18n/dates.ts';
import { type Translate, translator } from '#lib/i18n/translator.ts';
import type { MailBlock, MailContent } from './content.ts';
import type { DailyFacts } from './facts.ts';
import { withPlainSpaces } from './text.ts';

/** The lists of the mail, in the order in which they matter. */
const LISTS = ['returned', 'missed', 'late', 'fresh'] as const;

/** The morning mail of a department: what is new, each with its link; nobody's name and nothing anybody wrote. */
export function composeDaily(facts: DailyFacts, appUrl: string): MailContent {
  const t = translator('pl', 'workday');
  const mail = translator('pl', 'mail');
  const day = formatDay('pl', facts.day, 'weekday');
  return {
    lang: 'pl',
    subject: withPlainSpaces(t('daily.subject', { day, counts: countsOf(facts, t) })),
    sender: mail('office'),
    status: { word: t('daily.status'), tone: 'sent' },
    heading: day,
    blocks: [
      { type: 'text', text: mail('hello') },
      ...LISTS.flatMap((list) => blocksOf(facts, list, t, appUrl)),
      { type: 'buttons', items: [{ label: t('daily.open'), url: `${appUrl}/staff` }] },
    ],
    footer: [{ lead: mail('footer.why'), text: mail('footer.whyDepartment') }],
  };
}

function countsOf(facts: DailyFacts, t: Translate): string {
  const said = LISTS.filter((list) => facts[list].total > 0);
  return said.map((list) => t(`daily.count.${list}`, { count: facts[list].total })).join(', ');
}

function blocksOf(
  facts: DailyFacts,
  list: (typeof LISTS)[number],
  t: Translate,
  appUrl: string,
): MailBlock[] {
  const { total, lines } = facts[list];
  if (total === 0) return [];
  const items = lines.map(({ reference, category, place, dueDay }) => ({
    label: reference,
    url: `${appUrl}/staff/zgloszenia/${reference}`,
    text: [category, place, dueDay && t(`daily.due.${list}`, { day: formatDay('pl', dueDay) })]
      .filter(Boolean)
      .join(', '),
  }));
  const rest = total - lines.length;
  return [
    { type: 'text', lead: t(`daily.title.${list}`, { count: total }), text: '' },
    { type: 'links', items },
    ...(rest > 0 ? [{ type: 'small' as const, text: t('daily.more', { count: rest }) }] : []),
  ];
}

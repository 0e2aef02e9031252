import { keepTogether } from '#lib/i18n/breaks.ts';
import { type Locale, localePath } from '#lib/i18n/languages.ts';
import { db } from '#lib/platform/db.ts';
import { memo } from '#lib/platform/memo.ts';
import { revisionOf } from '#lib/platform/revision.ts';
import { textIn } from '../names.ts';
import type { ProcedureCardDto, ProcedureGroup, ProcedureHit } from '../procedure-dto.ts';
import { type ProcedureContent, TOPICS } from '../procedure-schema.ts';
import { ProcedureSearch } from './search.ts';

// Procedure cards are for everyone to read: no actor is asked for. There are some forty of them, kept in memory until an
// administrator changes one.

const KEPT_MS = 30_000;
const changed = revisionOf('directory');

/** A card's content was checked by its schema when it was written. */
const loadCards = async () => {
  const rows = await db.procedure.findMany({
    where: { active: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    include: { department: { select: { name: true } } },
  });
  return rows.map((row) => ({ ...row, content: row.content as ProcedureContent }));
};
type Card = Awaited<ReturnType<typeof loadCards>>[number];

const cards = memo(KEPT_MS, loadCards, changed);
const searches = memo(KEPT_MS, buildSearches, changed);

async function buildSearches() {
  const all = await cards.get();
  const built = new Map<Locale, ProcedureSearch>();
  return (locale: Locale): ProcedureSearch => {
    const known = built.get(locale) ?? new ProcedureSearch(all, locale);
    built.set(locale, known);
    return known;
  };
}

/** Drops what is held in memory, after cards were changed. */
export function forgetProcedures(): void {
  cards.forget();
  searches.forget();
}

/** Cards that answer what was asked, best first, at most `take`; none when nothing fits. */
export async function findProcedures(asked: string, locale: Locale, take: number): Promise<ProcedureHit[]> {
  return knownProcedures((await searches.get())(locale).find(asked, take), locale);
}

/** The cards of these codes that there are, in the order of the codes. */
export async function knownProcedures(codes: readonly string[], locale: Locale): Promise<ProcedureHit[]> {
  const all = await cards.get();
  return codes
    .flatMap((code) => all.find((card) => card.code === code) ?? [])
    .map((card) => toHit(card, locale));
}

/** All cards by topic, in the city's order; a topic without cards is left out. */
export async function listProcedures(locale: Locale): Promise<ProcedureGroup[]> {
  const all = await cards.get();
  return TOPICS.map((topic) => ({
    topic,
    cards: all.filter((card) => card.topic === topic).map((card) => toHit(card, locale)),
  })).filter((group) => group.cards.length > 0);
}

/** One card as a whole; null when there is none of this code. */
export async function readProcedure(code: string, locale: Locale): Promise<ProcedureCardDto | null> {
  const card = (await cards.get()).find((one) => one.code === code);
  return card ? toCard(card, locale) : null;
}

const told = (texts: unknown, locale: Locale) => keepTogether(textIn(texts, locale));

function toHit({ code, symbol, content }: Card, locale: Locale): ProcedureHit {
  return {
    code,
    symbol,
    title: told(content.title, locale),
    summary: told(content.summary, locale),
    url: localePath(locale, `/karty-uslug/${code}`),
  };
}

function toCard(card: Card, locale: Locale): ProcedureCardDto {
  const { content } = card;
  const list = (lists: ProcedureContent['steps']) => lists[locale].map(keepTogether);
  return {
    ...toHit(card, locale),
    topic: TOPICS.find((topic) => topic === card.topic) ?? TOPICS[0],
    unit: told(card.department?.name ?? content.unit, locale),
    audience: told(content.audience, locale),
    documents: list(content.documents),
    form: told(content.form, locale),
    fee: told(content.fee, locale),
    term: told(content.term, locale),
    place: told(content.place, locale),
    online: content.online && told(content.online, locale),
    link: content.link,
    steps: list(content.steps),
    appeal: told(content.appeal, locale),
    legalBasis: list(content.legalBasis),
    questions: content.questions.map(({ question, answer }) => ({
      question: told(question, locale),
      answer: told(answer, locale),
    })),
    verified: card.verifiedAt !== null,
    toVerify: card.verifiedAt === null ? content.toVerify : [],
  };
}

import type { Locale } from '#lib/i18n/languages.ts';
import type { Value } from '#lib/platform/changes.ts';
import { db } from '#lib/platform/db.ts';
import { textIn } from '../names.ts';
import { CHECKED_PARTS, TOPICS } from '../procedure-schema.ts';
import { findDepartment, listCategories, listDepartments } from '../queries.ts';
import { REPLY_COMMANDS } from '../reply-schema.ts';
import type { Option, OptionSource } from './record-dto.ts';

const KINDS = ['PROBLEM', 'IDEA', 'QUESTION'] as const;

/** Codes that the page says in its own words. */
const worded = (codes: readonly string[]) => codes.map((value) => ({ value, label: '' }));

/** What a field may be set to; what it is set to already is always among it. */
export async function choicesOf(source: OptionSource, locale: Locale, chosen: Value): Promise<Option[]> {
  if (source === 'kinds') return worded(KINDS);
  if (source === 'topics') return worded(TOPICS);
  if (source === 'commands') return worded(REPLY_COMMANDS);
  if (source === 'checkedParts') return worded(CHECKED_PARTS);
  if (source === 'groups') return groups(locale);
  if (source === 'categories') return categories(locale);
  return departments(locale, chosen);
}

async function departments(locale: Locale, chosen: Value): Promise<Option[]> {
  const open = (await listDepartments(locale)).map(({ code, name }) => ({ value: code, label: name }));
  if (typeof chosen !== 'string' || open.some(({ value }) => value === chosen)) return open;
  const closed = await findDepartment(chosen, locale);
  return [...open, { value: chosen, label: closed?.name ?? chosen }];
}

async function categories(locale: Locale): Promise<Option[]> {
  const all = await Promise.all(KINDS.map((kind) => listCategories(kind, locale)));
  return all
    .flat()
    .flatMap((group) =>
      group.categories.map(({ code, name }) => ({ value: code, label: `${group.name}: ${name}` })),
    );
}

async function groups(locale: Locale): Promise<Option[]> {
  const rows = await db.category.findMany({
    distinct: ['group'],
    orderBy: [{ position: 'asc' }],
    select: { group: true, groupName: true },
    take: 100,
  });
  return rows.map(({ group, groupName }) => ({ value: group, label: textIn(groupName, locale) }));
}

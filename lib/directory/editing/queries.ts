import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { stampOf, type Values } from '#lib/platform/changes.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { isId } from '#lib/platform/ids.ts';
import { fold } from '#lib/platform/stem.ts';
import type { Definition, Row } from './definition.ts';
import { DEFINITIONS } from './definitions.ts';
import { valueAt } from './form-values.ts';
import { choicesOf } from './queries-choices.ts';
import { usageOf } from './queries-usage.ts';
import type { FieldView, RecordDto, RecordKind, RecordPage } from './record-dto.ts';

/** More than any directory of a city has; a longer one is narrowed down by words. */
const MOST = 500;

type Table = {
  findMany: (query: object) => Promise<Row[]>;
  findUnique: (query: object) => Promise<Row | null>;
};

const tableOf = ({ table }: Definition) => db[table] as unknown as Table;

function mayEdit(actor: StaffActor, kind: RecordKind): Definition {
  const definition = DEFINITIONS[kind];
  if (!can(actor, definition.permission)) throw new AppError('FORBIDDEN');
  return definition;
}

/** All records of a kind in the city's order, those in whose name or code the words stand. */
export async function listRecords(
  actor: StaffActor,
  kind: RecordKind,
  q: string,
  locale: Locale,
): Promise<RecordPage> {
  const definition = mayEdit(actor, kind);
  const rows = await tableOf(definition).findMany({
    orderBy: [{ active: 'desc' }, { position: 'asc' }, { [definition.key]: 'asc' }],
    take: MOST + 1,
  });
  const wanted = fold(q).split(/\s+/).filter(Boolean);
  const items = rows.slice(0, MOST).map((row) => {
    const { tag } = definition;
    return {
      id: String(row[definition.key]),
      title: definition.title(row, locale),
      detail: definition.detail(row, locale),
      tag: tag ? { options: tag.options, value: String(row[tag.column]) } : null,
      active: row.active === true,
    };
  });
  const fits = (text: string) => wanted.every((word) => fold(text).includes(word));
  return {
    items: items.filter(({ id, title, detail }) => fits(`${id} ${title} ${detail}`)),
    cut: rows.length > MOST,
  };
}

/** One record with its form filled in. NOT_FOUND when there is none. */
export async function getRecord(
  actor: StaffActor,
  kind: RecordKind,
  id: string,
  locale: Locale,
): Promise<RecordDto> {
  const definition = mayEdit(actor, kind);
  if (definition.key === 'id' && !isId(id)) throw new AppError('NOT_FOUND');
  const row = await tableOf(definition).findUnique({ where: { [definition.key]: id } });
  if (!row) throw new AppError('NOT_FOUND');
  const values = definition.toValues(row);
  const [fields, usage] = await Promise.all([filled(definition, values, locale), usageOf(kind, id)]);
  return {
    id,
    title: definition.title(row, locale),
    active: row.active === true,
    fields,
    usage,
    seen: stampOf(values),
  };
}

/** The empty form of a new record. */
export async function newRecord(
  actor: StaffActor,
  kind: RecordKind,
  locale: Locale,
): Promise<Pick<RecordDto, 'fields'>> {
  const definition = mayEdit(actor, kind);
  return { fields: await filled(definition, definition.fresh, locale) };
}

/** What depends on a choice that is still to be made is asked for; what the choice ruled out is not. */
async function filled({ fields }: Definition, values: Values, locale: Locale): Promise<FieldView[]> {
  const there = fields.filter(({ onlyWhere }) => {
    const decides = onlyWhere && valueAt(values, onlyWhere.name);
    return !decides || decides === onlyWhere?.value;
  });
  return Promise.all(
    there.map(async (field) => {
      const value = valueAt(values, field.name);
      return { ...field, value, choices: field.options ? await choicesOf(field.options, locale, value) : [] };
    }),
  );
}

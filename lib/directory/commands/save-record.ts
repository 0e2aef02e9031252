import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { Prisma } from '#lib/generated/prisma/client.ts';
import { audit } from '#lib/platform/audit.ts';
import { changesBetween, stampOf, type Values } from '#lib/platform/changes.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { isId, newId } from '#lib/platform/ids.ts';
import { noticeRevision, raiseRevision } from '#lib/platform/revision.ts';
import type { Definition, Row } from '../editing/definition.ts';
import { DEFINITIONS } from '../editing/definitions.ts';
import { errorsAtFields, readForm } from '../editing/form-values.ts';
import type { RecordKind } from '../editing/record-dto.ts';
import { checkRecord } from './record-checks.ts';

type Save = {
  kind: RecordKind;
  /** Null: a new one. */
  id: string | null;
  /** The form as it came: flat names, texts. */
  submitted: Record<string, unknown>;
  requestId: string;
};

type Table = {
  findUnique: (query: object) => Promise<Row | null>;
  create: (query: object) => Promise<Row>;
  update: (query: object) => Promise<Row>;
};

/** A category that becomes sensitive takes the exact points of all its cases off the map, and their addresses out of search. */
const MANY_CASES_MS = 30_000;

/**
 * Saves one record of the directory: the row, what was changed of it, and the word to all processes that it was, in one
 * transaction. Returns its key. Errors: FORBIDDEN, NOT_FOUND, INVALID at the fields, CONFLICT when somebody else saved
 * it since the form was filled.
 */
export async function saveRecord(actor: StaffActor, save: Save): Promise<string> {
  const definition = DEFINITIONS[save.kind];
  if (!can(actor, definition.permission)) throw new AppError('FORBIDDEN');
  const id = await inTransaction(async (tx) => {
    const before = save.id === null ? null : await locked(tx, definition, save.id);
    if (before && save.submitted.seen !== stampOf(before))
      throw new AppError('CONFLICT', { current: before });
    const values = checked(definition, readForm(definition.fields, save.submitted, before));
    const { errors, columns } = await checkRecord(save.kind, { tx, values, id: save.id });
    if (Object.keys(errors).length > 0) throw new AppError('INVALID', { fields: errors });
    const row = await write(tx, definition, save.id, { ...definition.toData(values), ...columns });
    const key = String(row[definition.key]);
    const changes = changesBetween(before ?? {}, definition.toValues(row));
    if (before && Object.keys(changes).length === 0) return key;
    const { subject } = definition;
    const action = before ? 'directory.changed' : 'directory.created';
    await audit(
      {
        action,
        actorKind: 'staff',
        staffId: actor.id,
        subject: `${subject}:${key}`,
        requestId: save.requestId,
        changes,
      },
      tx,
    );
    await raiseRevision(tx, 'directory');
    return key;
  }, MANY_CASES_MS).catch(refuseTwin);
  noticeRevision('directory');
  return id;
}

/** Two new ones of the same code at the same moment: the second is told at its field, like a later one. */
function refuseTwin(error: unknown): never {
  const twin = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
  throw twin ? new AppError('INVALID', { fields: { code: ['admin.records.error.taken'] } }) : error;
}

const tableOf = (tx: Tx, { table }: Definition) => tx[table] as unknown as Table;

/** What is there now, held until it is saved. */
async function locked(tx: Tx, definition: Definition, id: string): Promise<Values> {
  const { key, sql } = definition;
  if (key === 'id' && !isId(id)) throw new AppError('NOT_FOUND');
  const table = Prisma.raw(`"${sql}"`);
  const column = Prisma.raw(key === 'id' ? '"id"::text' : '"code"');
  await tx.$queryRaw`SELECT 1 FROM ${table} WHERE ${column} = ${id} FOR UPDATE`;
  const row = await tableOf(tx, definition).findUnique({ where: { [key]: id } });
  if (!row) throw new AppError('NOT_FOUND');
  return definition.toValues(row);
}

function checked({ schema, fields }: Definition, values: Values): Values {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID', { fields: errorsAtFields(fields, parsed.error.issues) });
}

function write(tx: Tx, definition: Definition, id: string | null, columns: object): Promise<Row> {
  const data = { ...columns, ...(definition.table !== 'replyTemplate' && { edited: true }) };
  const table = tableOf(tx, definition);
  if (id !== null) return table.update({ where: { [definition.key]: id }, data });
  return table.create({ data: definition.key === 'id' ? { id: newId(), ...data } : data });
}

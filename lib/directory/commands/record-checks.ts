import type { Values } from '#lib/platform/changes.ts';
import type { Tx } from '#lib/platform/db.ts';
import type { FieldErrors } from '#lib/platform/errors.ts';
import { usageOf } from '../editing/queries-usage.ts';
import type { RecordKind } from '../editing/record-dto.ts';

/** What only the database knows: what is wrong at which field, and columns that follow from others. */
export type Checked = { errors: FieldErrors; columns: Record<string, unknown> };

type Check = { tx: Tx; values: Values; id: string | null };

/** Checks what a schema cannot see. Runs inside the transaction of the save. */
export async function checkRecord(kind: RecordKind, check: Check): Promise<Checked> {
  const [references, own] = await Promise.all([referencesOf(check), CHECKS[kind](check)]);
  return { errors: { ...references, ...own.errors }, columns: own.columns };
}

const text = (values: Values, name: string) => (typeof values[name] === 'string' ? values[name] : null);

/** Departments and categories that a record names exist; a department takes work. */
async function referencesOf({ tx, values }: Check): Promise<FieldErrors> {
  const [department, category] = [text(values, 'department'), text(values, 'category')];
  const [unit, kind] = await Promise.all([
    department === null || tx.department.findFirst({ where: { code: department, active: true } }),
    category === null || tx.category.findUnique({ where: { code: category } }),
  ]);
  return {
    ...(!unit && { department: ['validation.departmentUnknown'] }),
    ...(!kind && { category: ['validation.categoryUnknown'] }),
  };
}

const fine = (errors: FieldErrors = {}): Checked => ({ errors, columns: {} });

const CHECKS: Record<RecordKind, (check: Check) => Promise<Checked>> = {
  jednostki: checkDepartment,
  kategorie: checkCategory,
  instytucje: async (check) =>
    fine(await taken(check, (code) => check.tx.institution.findUnique({ where: { code } }))),
  szablony: async () => fine(),
  karty: checkProcedure,
};

/** The code of a new record is nobody's yet. */
async function taken(
  { values, id }: Check,
  find: (code: string) => PromiseLike<unknown>,
): Promise<FieldErrors> {
  if (id !== null || !(await find(String(values.code)))) return {};
  return { code: ['admin.records.error.taken'] };
}

async function checkDepartment(check: Check): Promise<Checked> {
  const { tx, values, id } = check;
  const errors = await taken(check, (code) => tx.department.findUnique({ where: { code } }));
  if (await isBelow(tx, text(values, 'parent'), id)) errors.parent = ['admin.records.error.parent'];
  if (id !== null && values.active === false && (await usageOf('jednostki', id, tx)).length > 0) {
    errors.active = ['admin.records.error.inUse'];
  }
  return fine(errors);
}

/** Whether a department would be its own ancestor, or stand below one that is not there. */
async function isBelow(tx: Tx, parent: string | null, id: string | null): Promise<boolean> {
  for (let at = parent, steps = 0; at !== null; steps += 1) {
    if (at === id || steps > 20) return true;
    const row = await tx.department.findUnique({ where: { code: at }, select: { parentCode: true } });
    if (!row) return true;
    at = row.parentCode;
  }
  return false;
}

async function checkCategory(check: Check): Promise<Checked> {
  const { tx, values } = check;
  const errors = await taken(check, (code) => tx.category.findUnique({ where: { code } }));
  if (values.kind !== 'IDEA' && values.supportThreshold !== null)
    errors.supportThreshold = ['admin.records.error.ideasOnly'];
  const like = await tx.category.findFirst({ where: { group: text(values, 'group') ?? '' } });
  if (!like) return fine({ ...errors, group: ['admin.records.error.choose'] });
  return { errors, columns: { groupName: like.groupName } };
}

async function checkProcedure(check: Check): Promise<Checked> {
  const { tx, values, id } = check;
  const errors = await taken(check, (code) => tx.procedure.findUnique({ where: { code } }));
  const other = await tx.procedure.findUnique({ where: { symbol: String(values.symbol) } });
  if (other && other.code !== id) errors.symbol = ['admin.records.error.taken'];
  return fine(errors);
}

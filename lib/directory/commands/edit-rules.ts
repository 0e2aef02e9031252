import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { audit } from '#lib/platform/audit.ts';
import { changesBetween, stampOf } from '#lib/platform/changes.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { newId } from '#lib/platform/ids.ts';
import type { RuleStep } from '../editing/rule-schema.ts';
import { type RuleRow, ruleValues } from '../editing/rule-values.ts';

const MOST_RULES = 60;

type Edit = { category: string; step: RuleStep; requestId: string };

/**
 * Adds, removes or moves one rule of a category. Routing reads rules afresh, so the next case goes by it. Errors:
 * FORBIDDEN, NOT_FOUND, CONFLICT when the rules are others by now, INVALID at the fields.
 */
export async function editRules(actor: StaffActor, { category, step, requestId }: Edit): Promise<void> {
  if (!can(actor, 'directory.edit')) throw new AppError('FORBIDDEN');
  await inTransaction(async (tx) => {
    const found = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Category" WHERE "code" = ${category} FOR UPDATE`;
    if (found.length === 0) throw new AppError('NOT_FOUND');
    const rows = await rulesIn(tx, category);
    const before = ruleValues(rows);
    if (step.seen !== stampOf(before)) throw new AppError('CONFLICT', { current: before });
    if (step.step === 'add') await assertFits(tx, rows, step);
    await keepOrder(tx, category, after(rows, step));
    const changes = changesBetween(before, ruleValues(await rulesIn(tx, category)));
    if (Object.keys(changes).length === 0) return;
    await audit(
      {
        action: 'rules.changed',
        actorKind: 'staff',
        staffId: actor.id,
        subject: `rules:${category}`,
        requestId,
        changes,
      },
      tx,
    );
  });
}

function rulesIn(tx: Tx, categoryCode: string) {
  return tx.routingRule.findMany({
    where: { categoryCode },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: { district: { select: { roman: true, name: true } } },
  });
}

async function assertFits(tx: Tx, rows: RuleRow[], step: Extract<RuleStep, { step: 'add' }>): Promise<void> {
  const [unit, district] = await Promise.all([
    tx.department.findFirst({ where: { code: step.department, active: true } }),
    step.district === null || tx.district.findUnique({ where: { number: step.district } }),
  ]);
  const twin = rows.some(({ districtNumber }) => districtNumber === step.district);
  const fields = {
    ...(!unit && { department: ['validation.departmentUnknown'] }),
    ...(!district && { district: ['validation.district'] }),
    ...(twin && { district: ['admin.rules.error.twin'] }),
    ...(rows.length >= MOST_RULES && { district: ['admin.rules.error.many'] }),
  };
  if (Object.keys(fields).length > 0) throw new AppError('INVALID', { fields });
}

type Wanted = Pick<RuleRow, 'id' | 'districtNumber' | 'departmentCode'>;

/** The rules as they are to stand; one for a district goes before one for the whole city, which would hide it. */
function after(rows: readonly RuleRow[], step: RuleStep): Wanted[] {
  if (step.step === 'add') {
    const added = { id: newId(), districtNumber: step.district, departmentCode: step.department };
    const everywhere = rows.findIndex(({ districtNumber }) => districtNumber === null);
    const at = step.district === null || everywhere < 0 ? rows.length : everywhere;
    return rows.toSpliced(at, 0, added);
  }
  const at = rows.findIndex(({ id }) => id === step.target);
  const rule = rows[at];
  if (!rule) throw new AppError('NOT_FOUND');
  const rest = rows.toSpliced(at, 1);
  if (step.step === 'remove') return rest;
  return rest.toSpliced(Math.max(0, at + (step.step === 'up' ? -1 : 1)), 0, rule);
}

async function keepOrder(tx: Tx, categoryCode: string, wanted: Wanted[]): Promise<void> {
  await tx.routingRule.deleteMany({ where: { categoryCode } });
  await tx.routingRule.createMany({
    data: wanted.map(({ id, districtNumber, departmentCode }, index) => ({
      id,
      categoryCode,
      districtNumber,
      departmentCode,
      position: index + 1,
    })),
  });
}

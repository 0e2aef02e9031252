import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { stampOf } from '#lib/platform/changes.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { districtNames, textIn } from '../names.ts';
import { findDepartment, routeFor } from '../queries.ts';
import { ruleValues } from './rule-values.ts';
import type { CategoryRules, RouteAnswer, RuledCategory } from './rules-dto.ts';

function assertMayEdit(actor: StaffActor): void {
  if (!can(actor, 'directory.edit')) throw new AppError('FORBIDDEN');
}

/** Every category that new cases may have, with how many rules it has. */
export async function listRuledCategories(actor: StaffActor, locale: Locale): Promise<RuledCategory[]> {
  assertMayEdit(actor);
  const rows = await db.category.findMany({
    where: { active: true },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    take: 500,
    include: { department: { select: { name: true } }, _count: { select: { rules: true } } },
  });
  return rows.map((row) => ({
    code: row.code,
    name: textIn(row.name, locale),
    group: textIn(row.groupName, locale),
    rules: row._count.rules,
    department: textIn(row.department.name, locale),
  }));
}

/** The rules of one category in their order. NOT_FOUND when there is none. */
export async function rulesOf(actor: StaffActor, code: string, locale: Locale): Promise<CategoryRules> {
  assertMayEdit(actor);
  const row = await db.category.findUnique({
    where: { code },
    include: {
      department: { select: { code: true, name: true } },
      rules: {
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
        include: { district: true, department: { select: { code: true, name: true, active: true } } },
      },
    },
  });
  if (!row) throw new AppError('NOT_FOUND');
  return {
    category: { code, name: textIn(row.name, locale), kind: row.kind },
    standard: { code: row.department.code, name: textIn(row.department.name, locale) },
    rules: row.rules.map(({ id, district, department }) => ({
      id,
      district: district && {
        number: district.number,
        name: `${district.roman} ${textIn(districtNames(district), locale)}`,
      },
      department: { ...department, name: textIn(department.name, locale) },
    })),
    seen: stampOf(ruleValues(row.rules)),
  };
}

/** "Dokąd trafi?": what the forms will propose for such a case. Null for a category that is not there. */
export async function tryRoute(
  actor: StaffActor,
  asked: { category: string; district: number | null },
  locale: Locale,
): Promise<RouteAnswer | null> {
  assertMayEdit(actor);
  const route = await routeFor(asked.category, asked.district);
  if (!route) return null;
  const department = await findDepartment(route.departmentCode, locale);
  return { department: department?.name ?? route.departmentCode, byRule: route.rule === 'RULE' };
}

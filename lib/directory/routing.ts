import type { Route } from './dto.ts';

export type Rule = { id: string; districtNumber: number | null; departmentCode: string; position: number };

/**
 * The department for a category in a district: the rule with the lowest position that fits wins (one without a
 * district fits everywhere), else the category's own department. Rules of the same position go by id.
 */
export function chooseRoute(
  defaultDepartment: string,
  rules: readonly Rule[],
  district: number | null,
): Route {
  const [first] = rules
    .filter((rule) => rule.districtNumber === null || rule.districtNumber === district)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  if (!first) return { departmentCode: defaultDepartment, rule: 'CATEGORY_DEFAULT' };
  return { departmentCode: first.departmentCode, rule: 'RULE', ruleId: first.id };
}

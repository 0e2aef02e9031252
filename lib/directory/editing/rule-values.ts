import type { Values } from '#lib/platform/changes.ts';

export type RuleRow = {
  id: string;
  districtNumber: number | null;
  departmentCode: string;
  district?: { roman: string; name: string } | null;
};

/** Rules of a category as their history tells them, in order; a star stands for the whole city. */
export function ruleValues(rows: readonly RuleRow[]): Values {
  return {
    rules: rows.map(({ district, departmentCode }) => ({
      district: district ? `${district.roman} ${district.name}` : '*',
      department: departmentCode,
    })),
  };
}

/** The kinds of submissions that categories belong to. */
export type CategoryKind = 'PROBLEM' | 'IDEA' | 'QUESTION';

/** A category as anyone may see it, named in one language. */
export type CategoryDto = {
  code: string;
  kind: CategoryKind;
  group: string;
  groupName: string;
  name: string;
  departmentCode: string;
  /** Working days to the first human answer, and planned for the fix (null: none is promised). */
  firstAnswerDays: number;
  fixDays: number | null;
  /** Show the emergency numbers before the form goes on. */
  danger: boolean;
  locationRequired: boolean;
  /** Never shown publicly with an exact point. */
  sensitive: boolean;
};

export type CategoryGroupDto = { code: string; name: string; categories: CategoryDto[] };

export type DepartmentDto = {
  code: string;
  name: string;
  scope: string;
  parentCode: string | null;
  /** Null until an administrator has confirmed it. */
  contact: string | null;
};

export type DistrictDto = { number: number; roman: string; name: string };

export type InstitutionDto = { code: string; name: string; scope: string; phone: string | null };

/** Where a new submission goes, and why. */
export type Route = { departmentCode: string; rule: 'CATEGORY_DEFAULT' | 'RULE'; ruleId?: string };

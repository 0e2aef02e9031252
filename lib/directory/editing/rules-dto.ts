/** One rule of a category; the first that fits a case decides. */
export type RuleDto = {
  id: string;
  /** Null: wherever it is. */
  district: { number: number; name: string } | null;
  department: { code: string; name: string; active: boolean };
};

export type CategoryRules = {
  category: { code: string; name: string; kind: string };
  /** Where a case goes that no rule fits. */
  standard: { code: string; name: string };
  rules: RuleDto[];
  seen: string;
};

export type RuledCategory = {
  code: string;
  name: string;
  group: string;
  rules: number;
  department: string;
};

/** Where a case of a category in a district would go, and why. */
export type RouteAnswer = { department: string; byRule: boolean };

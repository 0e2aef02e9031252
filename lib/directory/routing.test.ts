import { describe, expect, it } from 'vitest';
import { chooseRoute, type Rule } from './routing.ts';

const rules: Rule[] = [
  { id: 'c', districtNumber: null, departmentCode: 'MPO', position: 30 },
  { id: 'b', districtNumber: 1, departmentCode: 'ZZM', position: 20 },
  { id: 'a', districtNumber: 1, departmentCode: 'ZIS', position: 10 },
];

describe('routing', () => {
  it('goes to the default department when no rule fits', () => {
    expect(chooseRoute('ZDMK', [], 1)).toEqual({ departmentCode: 'ZDMK', rule: 'CATEGORY_DEFAULT' });
    expect(chooseRoute('ZDMK', rules.slice(1), 2).rule).toBe('CATEGORY_DEFAULT');
    expect(chooseRoute('ZDMK', rules.slice(1), null).rule).toBe('CATEGORY_DEFAULT');
  });

  it('takes the lowest position that fits', () => {
    expect(chooseRoute('ZDMK', rules, 1)).toEqual({ departmentCode: 'ZIS', rule: 'RULE', ruleId: 'a' });
    expect(chooseRoute('ZDMK', rules, 7)).toEqual({ departmentCode: 'MPO', rule: 'RULE', ruleId: 'c' });
    expect(chooseRoute('ZDMK', rules, null).ruleId).toBe('c');
  });

  it('does not depend on the order it is given', () => {
    const twins = rules.map((rule) => ({ ...rule, position: 1 }));
    expect(chooseRoute('ZDMK', twins, 1)).toEqual(chooseRoute('ZDMK', twins.toReversed(), 1));
  });
});

import { describe, expect, it } from 'vitest';
import { DEPARTMENT_ORDER, isInSight, TRIAGE_ORDER } from './command-fields.ts';

describe('what stands in sight on a case', () => {
  it('is everything for the infoline', () => {
    expect(TRIAGE_ORDER.filter((command) => !isInSight(command, 'triage'))).toEqual([]);
  });

  it('is for a department what comes first at its desk, and some of it is kept for a request', () => {
    const sight = DEPARTMENT_ORDER.map((command) => isInSight(command, 'department'));
    expect(sight.lastIndexOf(true)).toBeLessThan(sight.indexOf(false));
    expect(isInSight('resolve', 'department')).toBe(true);
    expect(isInSight('decline', 'department')).toBe(false);
  });
});

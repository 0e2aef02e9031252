import { describe, expect, it } from 'vitest';
import { DEPARTMENT_ORDER, isInSight, TRIAGE_ORDER } from './command-fields.ts';

describe('what stands in sight on a case', () => {
  it('is all for the infoline, and for a department what a day in the field is made of', () => {
    expect(TRIAGE_ORDER.filter((command) => !isInSight(command, 'triage'))).toEqual([]);
    expect(DEPARTMENT_ORDER.filter((command) => isInSight(command, 'department'))).toEqual([
      'take',
      'start-review',
      'accept',
      'resolve',
      'progress',
      'plan',
      'return',
      'ask',
      'note',
    ]);
  });
});

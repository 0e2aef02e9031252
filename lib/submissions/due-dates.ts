import { addWorkingDays } from './service-clock.ts';

/**
 * Both clocks of a category, in working days of Kraków: the first human answer and the fix. Null: no fix is promised.
 */
export function dueDates(
  receivedAt: Date,
  category: { firstAnswerDays: number; fixDays: number | null },
): { firstAnswerDue: Date; fixDue: Date | null } {
  return {
    firstAnswerDue: addWorkingDays(receivedAt, category.firstAnswerDays),
    fixDue: category.fixDays === null ? null : addWorkingDays(receivedAt, category.fixDays),
  };
}

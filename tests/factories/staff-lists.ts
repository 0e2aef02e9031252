import type { StaffActor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { deskOf } from '#lib/submissions/queries/staff-desk.ts';
import { readQueueFilter } from '#lib/submissions/queries/staff-filter.ts';
import { staffQueue } from '#lib/submissions/queries/staff-queue.ts';

type Query = Record<string, string>;

/** A page of somebody's list, as its address asks for it. */
export const page = (actor: StaffActor, query: Query = {}, turn: Query = {}) =>
  staffQueue(actor, readQueueFilter(query, deskOf(actor)), turn, 'pl');

/** The numbers on that page. */
export const listed = async (actor: StaffActor, query: Query = {}): Promise<string[]> =>
  (await page(actor, query)).items.map((item) => item.reference);

/** The code of the error, or that there was none. */
export const refused = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );

/** Tests of lists look at lists of their own: what was there before goes out of them. */
export const emptyLists = () =>
  db.submission.updateMany({
    data: {
      status: 'CLOSED',
      outcome: 'NO_REPLY',
      waitingOn: 'NONE',
      waitingUntil: null,
      departmentCode: null,
      dueAt: null,
      text: null,
    },
  });

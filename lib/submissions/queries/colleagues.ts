import type { StaffActor } from '#lib/access/actor.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import { db } from '#lib/platform/db.ts';

/** Who works where a case is: the department's people, or the infoline's when no department has it. */
export function colleaguesAt(department: string | null): Prisma.StaffUserWhereInput {
  return department
    ? { active: true, departmentCode: department, role: { in: ['OFFICER', 'LEAD'] } }
    : { active: true, departmentCode: null, role: { in: ['CONSULTANT', 'SUPERVISOR'] } };
}

export type Colleague = { id: string; name: string; me: boolean };

const MOST = 200;

/** Whom this person may hand a case to: colleagues from where they work themselves. */
export async function colleaguesOf(actor: StaffActor): Promise<Colleague[]> {
  const people = await db.staffUser.findMany({
    where: colleaguesAt(actor.department),
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: MOST,
  });
  return people.map((one) => ({ ...one, me: one.id === actor.id }));
}

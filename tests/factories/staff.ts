import type { Role, StaffActor } from '#lib/access/actor.ts';
import { db } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { type DemoAccount, emailOf } from './accounts.ts';

/** The person behind a demo account, as every command and query gets it. */
export async function staff(account: DemoAccount): Promise<StaffActor> {
  const { id, name, role, departmentCode } = await db.staffUser.findUniqueOrThrow({
    where: { email: emailOf(account) },
  });
  return { type: 'staff', id, name, role, department: departmentCode };
}

/** Somebody of this role who has no account: enough for the policy, too little to write an event. */
export function asRole(role: Role, department: string | null = null): StaffActor {
  return { type: 'staff', id: newId(), name: `A ${role.toLowerCase()}`, role, department };
}

/** A new account with a row, for roles and departments that the demo accounts lack. */
export async function hire(role: Role, department: string | null = null): Promise<StaffActor> {
  const actor = asRole(role, department);
  await db.staffUser.create({
    data: {
      id: actor.id,
      email: `${actor.id}@kontakt.example`,
      name: actor.name,
      role,
      departmentCode: department,
      passwordHash: 'nobody signs in',
    },
  });
  return actor;
}

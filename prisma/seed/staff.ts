import type { Role } from '#lib/access/actor.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { newId } from '#lib/platform/ids.ts';
import { hashPassword } from '#lib/staff/passwords.ts';

/** Where nobody lives: `.example` is reserved, so no mail ever leaves for it. */
export const DEMO_DOMAIN = 'kontakt.example';

/** Accounts of the demonstration, with names that are plainly made up. All have the password DEMO_PASSWORD. */
export const DEMO_STAFF: readonly { account: string; name: string; role: Role; department: string | null }[] =
  [
    { account: 'infolinia', name: 'Ewa Pokazowa', role: 'CONSULTANT', department: null },
    { account: 'infolinia2', name: 'Piotr Demo', role: 'CONSULTANT', department: null },
    { account: 'kierownik', name: 'Halina Wzorcowa', role: 'SUPERVISOR', department: null },
    { account: 'zdmk', name: 'Marek Próbny', role: 'OFFICER', department: 'ZDMK' },
    { account: 'zdmk.kierownik', name: 'Danuta Szkolna', role: 'LEAD', department: 'ZDMK' },
    { account: 'zzm', name: 'Olga Zielona-Demo', role: 'OFFICER', department: 'ZZM' },
    { account: 'mpo', name: 'Jan Przykładny', role: 'OFFICER', department: 'MPO' },
    { account: 'audyt', name: 'Irena Testowa', role: 'AUDITOR', department: null },
    { account: 'admin', name: 'Adam Ćwiczebny', role: 'ADMINISTRATOR', department: null },
  ];

/** Adds the demo accounts that are missing; existing ones keep their passwords. */
export async function seedStaff(): Promise<void> {
  const emails = DEMO_STAFF.map(({ account }) => `${account}@${DEMO_DOMAIN}`);
  const known = await db.staffUser.findMany({ where: { email: { in: emails } }, select: { email: true } });
  const missing = DEMO_STAFF.filter(
    ({ account }) => !known.some(({ email }) => email.startsWith(`${account}@`)),
  );
  const rows = await Promise.all(
    missing.map(async ({ account, name, role, department }) => ({
      id: newId(),
      email: `${account}@${DEMO_DOMAIN}`,
      name,
      role,
      departmentCode: department,
      passwordHash: await hashPassword(env.DEMO_PASSWORD),
      createdAt: now(),
    })),
  );
  await db.staffUser.createMany({ data: rows, skipDuplicates: true });
}

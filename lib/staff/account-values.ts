import type { Role } from '#lib/access/actor.ts';
import type { Values } from '#lib/platform/changes.ts';

/** What the form of an account is filled with and its history tells. */
export function accountValues(row: {
  name: string;
  email: string;
  role: Role;
  departmentCode: string | null;
}): Values {
  return { person: row.name, email: row.email, role: row.role, department: row.departmentCode };
}

import { ROLES, type Role } from '#lib/access/actor.ts';

export const ACCOUNT_ROLES: readonly Role[] = ROLES;

export const ACCOUNT_STATES = ['active', 'waiting', 'disabled'] as const;
/** `waiting`: the person has not set a password yet. */
export type AccountState = (typeof ACCOUNT_STATES)[number];

export type AccountItem = {
  id: string;
  name: string;
  email: string;
  role: Role;
  department: { code: string; name: string } | null;
  state: AccountState;
};

export type AccountFilter = {
  q: string;
  role: Role | '';
  department: string;
  state: AccountState | '';
  /** The last row of the page before: name and id. */
  after: string;
};

export type AccountPage = { items: AccountItem[]; next: string | null };

/** The one link that sets a password, and how far its mail has come. */
export type AccountLinkDto = {
  expiresAt: Date;
  expired: boolean;
  mail: 'PENDING' | 'SENT' | 'FAILED' | null;
};

export type AccountDto = AccountItem & {
  createdAt: Date;
  /** The account of whoever looks: it is neither disabled nor given another role from here. */
  own: boolean;
  link: AccountLinkDto | null;
  /** Open cases that are in this person's hands, the first of them by number. */
  held: { count: number; references: string[] };
  /** Mark of the values that the form is filled with. */
  seen: string;
};

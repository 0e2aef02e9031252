import type { StaffActor } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { textIn } from '#lib/directory/names.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Locale } from '#lib/i18n/languages.ts';
import { stampOf } from '#lib/platform/changes.ts';
import { now } from '#lib/platform/clock.ts';
import { db } from '#lib/platform/db.ts';
import { AppError } from '#lib/platform/errors.ts';
import { isId } from '#lib/platform/ids.ts';
import type {
  AccountDto,
  AccountFilter,
  AccountItem,
  AccountLinkDto,
  AccountPage,
  AccountState,
} from '../account-dto.ts';
import { accountValues } from '../account-values.ts';
import { heldBy } from './held-cases.ts';

const PAGE = 50;

const COLUMNS = {
  id: true,
  name: true,
  email: true,
  role: true,
  active: true,
  mustChangePassword: true,
  departmentCode: true,
  createdAt: true,
  department: { select: { code: true, name: true } },
} as const;

type Row = Prisma.StaffUserGetPayload<{ select: typeof COLUMNS }>;

/** Accounts of staff by name, a page at a time. FORBIDDEN for whoever does not manage them. */
export async function listAccounts(
  actor: StaffActor,
  filter: AccountFilter,
  locale: Locale,
): Promise<AccountPage> {
  if (!can(actor, 'account.manage')) throw new AppError('FORBIDDEN');
  const rows = await db.staffUser.findMany({
    where: { AND: [whereOf(filter), afterOf(filter.after)] },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: PAGE + 1,
    select: COLUMNS,
  });
  const items = rows.slice(0, PAGE).map((row) => toItem(row, locale));
  const last = items.at(-1);
  return { items, next: rows.length > PAGE && last ? `${last.id} ${last.name}` : null };
}

/** One account with what can be done about it. NOT_FOUND when there is none, FORBIDDEN as above. */
export async function getAccount(actor: StaffActor, id: string, locale: Locale): Promise<AccountDto> {
  if (!can(actor, 'account.manage')) throw new AppError('FORBIDDEN');
  if (!isId(id)) throw new AppError('NOT_FOUND');
  const [row, held] = await Promise.all([
    db.staffUser.findUnique({ where: { id }, select: { ...COLUMNS, link: true } }),
    heldBy(id),
  ]);
  if (!row) throw new AppError('NOT_FOUND');
  return {
    ...toItem(row, locale),
    createdAt: row.createdAt,
    own: row.id === actor.id,
    link: row.link && (await linkOf(row.link)),
    held,
    seen: stampOf(accountValues(row)),
  };
}

function whereOf({ q, role, department, state }: AccountFilter): Prisma.StaffUserWhereInput {
  const words = q.split(/\s+/).filter(Boolean).slice(0, 5);
  return {
    ...(role && { role }),
    ...(department && { departmentCode: department }),
    ...(state && STATES[state]),
    AND: words.map((word) => ({
      OR: [
        { name: { contains: word, mode: 'insensitive' } },
        { email: { contains: word, mode: 'insensitive' } },
      ],
    })),
  };
}

const STATES: Record<AccountState, Prisma.StaffUserWhereInput> = {
  active: { active: true, mustChangePassword: false },
  waiting: { active: true, mustChangePassword: true },
  disabled: { active: false },
};

/** What comes after a row, by the order of the list. */
function afterOf(cursor: string): Prisma.StaffUserWhereInput {
  const [, id, name] = /^(\S+) (.+)$/s.exec(cursor) ?? [];
  if (!isId(id) || name === undefined) return {};
  return { OR: [{ name: { gt: name } }, { name, id: { gt: id } }] };
}

function stateOf(row: Pick<Row, 'active' | 'mustChangePassword'>): AccountState {
  if (!row.active) return 'disabled';
  return row.mustChangePassword ? 'waiting' : 'active';
}

function toItem(row: Row, locale: Locale): AccountItem {
  const { id, name, email, role, department } = row;
  return {
    id,
    name,
    email,
    role,
    department: department && { code: department.code, name: textIn(department.name, locale) },
    state: stateOf(row),
  };
}

async function linkOf(link: { id: string; expiresAt: Date }): Promise<AccountLinkDto> {
  const mail = await db.notification.findFirst({
    where: { occasion: `account:${link.id}`, recipient: 'STAFF' },
    select: { state: true },
  });
  return { expiresAt: link.expiresAt, expired: link.expiresAt <= now(), mail: mail?.state ?? null };
}

import type { Role } from './actor.ts';

/** Every permission there is. A submission's commands are `case.<command>`; the workflow says when, this says who. */
export const CASE_COMMANDS = [
  'forward',
  'take',
  'return',
  'plan',
  'progress',
  'ask',
  'reply',
  'resolve',
  'answer',
  'redirect',
  'decline',
  'duplicate',
  'publish',
  'start-review',
  'accept',
  'propose-kind',
  'accept-kind',
  'refuse-kind',
  'lapse-kind',
  'convert',
  'reach-threshold',
  'expire',
  'no-reply',
  'withdraw',
  'edit',
  'object',
  'close',
  'remind',
  'correct',
  'release',
  'hide',
  'note',
  'hand-over',
  'link',
  'unlink',
] as const;

type CasePermission = `case.${(typeof CASE_COMMANDS)[number]}`;

export const OTHER_PERMISSIONS = [
  /** The released part of a public case. */
  'case.read',
  /** Everything that happened, notes included; not who reported it. */
  'case.read-internal',
  /** Name, e-mail and phone of the reporter; each view is audited. */
  'case.read-contact',
  /** The reporter's own view: own text, own photos, questions asked. */
  'case.read-own',
  /** Finding cases by the phone or e-mail of a person; each such search is audited. */
  'case.search-contact',
  /** Saying that one supports an idea or sees the same problem. */
  'case.support',
  /** Adding a person to a case that is there already: counted at once, because staff vouch for it. */
  'case.join',
  'submission.file',
  /** Filing for a caller, a visitor, a letter or an e-mail. */
  'submission.file-for',
  /** Cases of another system, by the program of that name. */
  'submission.import',
  /** Writing down calls and reading one's own. */
  'call.log',
  /** Reading the calls of everybody. */
  'call.read-all',
  /** Keeping promises to call back, whoever of the infoline gave them; each number shown is audited. */
  'call.back',
  'desk.triage',
  'desk.department',
  /** What is late, what came back and whose hands are full: of the city, or of one's department. */
  'desk.oversight',
  /** Mails that were given up: seeing them and sending them again. */
  'notification.retry',
  /** Putting the address of a person right when mail does not arrive. */
  'contact.correct',
  'audit.read',
  'account.change-own-password',
  /** Figures without anybody in them. */
  'figures.read',
  /** Accounts of staff: who has one, in which role, and whether it works. */
  'account.manage',
  /** Departments, categories, routing rules and institutions; then what staff write with, and what residents read. */
  'directory.edit',
  'template.edit',
  'procedure.edit',
  /** Everything about one person: given to them, or erased, when they ask. */
  'privacy.handle',
] as const;

export type Permission = CasePermission | (typeof OTHER_PERMISSIONS)[number];

/**
 * Where a permission holds: every case (`any`); only cases with an open assignment in the person's own department
 * (`held`); of these only what nobody or the person holds (`in-hand`); cases that department has or last had (`own`);
 * the reporter's own (`mine`); what is public (`public`).
 */
export type Reach = 'any' | 'held' | 'in-hand' | 'own' | 'mine' | 'public' | 'always';

type Grants = Partial<Record<Permission, Reach>>;

const PUBLIC: Grants = {
  'case.read': 'public',
  'case.support': 'public',
  'submission.file': 'always',
  'figures.read': 'always',
};
const ACCOUNT: Grants = { 'account.change-own-password': 'always' };

const EDITING: Grants = { 'template.edit': 'always', 'procedure.edit': 'always' };

const TRIAGE: Grants = {
  'case.read': 'any',
  'case.read-internal': 'any',
  'case.read-contact': 'any',
  'case.search-contact': 'always',
  'case.join': 'any',
  'desk.triage': 'always',
  'submission.file': 'always',
  'submission.file-for': 'always',
  'call.log': 'always',
  'call.back': 'always',
  'figures.read': 'always',
  ...grant(
    'any',
    'forward',
    'ask',
    'resolve',
    'answer',
    'redirect',
    'decline',
    'duplicate',
    'publish',
    'start-review',
  ),
  ...grant(
    'any',
    'propose-kind',
    'convert',
    'accept',
    'progress',
    'correct',
    'release',
    'hide',
    'note',
    'hand-over',
    'link',
    'unlink',
  ),
};

const DEPARTMENT: Grants = {
  'case.read': 'public',
  'case.read-internal': 'own',
  'case.read-contact': 'held',
  'case.join': 'public',
  'desk.department': 'always',
  'submission.file': 'always',
  'submission.file-for': 'always',
  'figures.read': 'always',
  ...grant(
    'held',
    'forward',
    'take',
    'return',
    'plan',
    'progress',
    'ask',
    'resolve',
    'answer',
    'redirect',
    'decline',
    'duplicate',
  ),
  ...grant('held', 'propose-kind', 'start-review', 'accept', 'correct', 'note', 'link', 'unlink'),
};

/** The whole policy. What is not written here is refused. */
export const GRANTS: Record<Role | 'ANONYMOUS' | 'REPORTER' | 'SYSTEM', Grants> = {
  ANONYMOUS: PUBLIC,
  REPORTER: {
    ...PUBLIC,
    'case.read-own': 'mine',
    ...grant('mine', 'accept-kind', 'refuse-kind', 'reply', 'withdraw', 'edit', 'object', 'close'),
  },
  CONSULTANT: { ...TRIAGE, ...ACCOUNT },
  SUPERVISOR: {
    ...TRIAGE,
    ...ACCOUNT,
    ...EDITING,
    'case.object': 'any',
    'audit.read': 'always',
    'privacy.handle': 'always',
    'call.read-all': 'always',
    'desk.oversight': 'always',
    'notification.retry': 'always',
    'contact.correct': 'always',
  },
  OFFICER: { ...DEPARTMENT, ...ACCOUNT, ...grant('in-hand', 'hand-over') },
  LEAD: { ...DEPARTMENT, ...ACCOUNT, ...grant('held', 'hand-over'), 'desk.oversight': 'always' },
  AUDITOR: { ...PUBLIC, ...ACCOUNT, 'case.read': 'any', 'case.read-internal': 'any', 'audit.read': 'always' },
  ADMINISTRATOR: {
    ...PUBLIC,
    ...ACCOUNT,
    ...EDITING,
    'account.manage': 'always',
    'directory.edit': 'always',
    'privacy.handle': 'always',
  },
  /** The worker, and whoever runs commands on the server itself. */
  SYSTEM: {
    'account.manage': 'always',
    'submission.import': 'always',
    'privacy.handle': 'always',
    ...grant('any', 'lapse-kind', 'reach-threshold', 'expire', 'no-reply', 'remind', 'close'),
  },
};

function grant(reach: Reach, ...commands: (typeof CASE_COMMANDS)[number][]): Grants {
  return Object.fromEntries(commands.map((command) => [`case.${command}`, reach]));
}

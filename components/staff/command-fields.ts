import type { StaffCase } from '#lib/submissions/staff-case-dto.ts';
import type { Desk } from '#lib/submissions/staff-dto.ts';
import {
  type Command,
  DECLINE_REASONS,
  HIDE_REASONS,
  type Kind,
  RETURN_REASONS,
} from '#lib/submissions/words.ts';

/** The commands a person at a desk gives, each in the order in which the desk uses them. */
export const TRIAGE_ORDER = [
  'forward',
  'answer',
  'ask',
  'duplicate',
  'redirect',
  'decline',
  'resolve',
  'object',
  'publish',
  'start-review',
  'accept',
  'progress',
  'release',
  'hide',
  'correct',
  'hand-over',
  'link',
  'propose-kind',
  'convert',
  'note',
] as const satisfies readonly Command[];

/** What a department's day is made of: in sight, also on a phone in the field. */
const DEPARTMENT_DAY = [
  'take',
  'start-review',
  'accept',
  'resolve',
  'progress',
  'plan',
  'return',
  'ask',
  'note',
] as const satisfies readonly Command[];

export const DEPARTMENT_ORDER = [
  ...DEPARTMENT_DAY,
  'hand-over',
  'forward',
  'answer',
  'decline',
  'redirect',
  'duplicate',
  'link',
  'correct',
  'propose-kind',
] as const satisfies readonly Command[];

export type StaffCommand = (typeof TRIAGE_ORDER)[number] | (typeof DEPARTMENT_ORDER)[number];

/** Allowed, and yet without effect: nothing to hide, nothing left to show. */
function isUseful(item: StaffCase, command: StaffCommand): boolean {
  if (command === 'hide') return item.released || item.photoList.some((photo) => photo.released);
  return command !== 'release' || item.text !== null;
}

/** The commands this person may give now, in the order of the desk. */
export function possibleActions(item: StaffCase, desk: Desk): StaffCommand[] {
  const order: readonly StaffCommand[] = desk === 'department' ? DEPARTMENT_ORDER : TRIAGE_ORDER;
  return order.filter((command) => item.abilities.includes(command) && isUseful(item, command));
}

/** A department's desk shows what a day is made of, and the rest on request; the infoline's shows everything. */
export function isInSight(command: StaffCommand, desk: Desk): boolean {
  const day: readonly StaffCommand[] = DEPARTMENT_DAY;
  return desk !== 'department' || day.includes(command);
}

/** The key of each action, shown on its button. */
export const SHORTCUTS: Partial<Record<StaffCommand, string>> = {
  forward: 'p',
  answer: 'o',
  ask: 'z',
  duplicate: 'd',
  redirect: 'i',
  note: 'n',
  resolve: 'w',
  take: 'b',
  release: 't',
};

export type FieldSpec = {
  /** The name in the command's input; `camera` stands for the files. */
  name: string;
  type: 'area' | 'line' | 'number' | 'date' | 'radio' | 'select' | 'pictures' | 'camera';
  optional?: boolean;
  /** Codes of a radio group. */
  codes?: readonly string[];
  rows?: number;
  /** Asked for this kind alone. */
  only?: Kind;
};

const EXPLANATION: FieldSpec = { name: 'explanation', type: 'area' };

const COST: FieldSpec = { name: 'cost', type: 'line', optional: true, only: 'IDEA' };
const ANOTHER_KIND: readonly FieldSpec[] = [
  { name: 'kind', type: 'radio' },
  { name: 'category', type: 'select' },
];

/** What each form asks for. Names are those of the command's input. */
export const FIELDS: Record<StaffCommand, readonly FieldSpec[]> = {
  forward: [
    { name: 'department', type: 'select' },
    { name: 'note', type: 'area', optional: true, rows: 2 },
  ],
  take: [],
  return: [
    { name: 'reasonCode', type: 'radio', codes: RETURN_REASONS },
    { name: 'reason', type: 'area', rows: 3 },
  ],
  plan: [
    { name: 'until', type: 'date' },
    { ...EXPLANATION, rows: 3 },
  ],
  progress: [
    { name: 'camera', type: 'camera', optional: true },
    { ...EXPLANATION, rows: 3 },
    { name: 'remaining', type: 'area', optional: true, rows: 3 },
    { name: 'until', type: 'date', optional: true },
  ],
  ask: [{ name: 'question', type: 'area', rows: 3 }],
  resolve: [
    { name: 'camera', type: 'camera', optional: true },
    { name: 'outcome', type: 'radio' },
    EXPLANATION,
  ],
  answer: [{ ...EXPLANATION, rows: 6 }],
  redirect: [{ name: 'institution', type: 'select' }, EXPLANATION],
  decline: [
    { name: 'reasonCode', type: 'radio', codes: DECLINE_REASONS },
    EXPLANATION,
    { name: 'alternative', type: 'area', rows: 3 },
    COST,
  ],
  duplicate: [
    { name: 'of', type: 'line' },
    { ...EXPLANATION, optional: true, rows: 3 },
  ],
  publish: [
    { name: 'title', type: 'line' },
    { name: 'text', type: 'area', rows: 6 },
    { name: 'photos', type: 'pictures', optional: true },
  ],
  'propose-kind': [...ANOTHER_KIND, EXPLANATION],
  convert: [...ANOTHER_KIND, { name: 'reason', type: 'area', rows: 3 }],
  'start-review': [EXPLANATION],
  accept: [EXPLANATION, COST],
  object: [{ name: 'objection', type: 'area' }],
  correct: [
    { name: 'category', type: 'select' },
    { name: 'district', type: 'select', optional: true },
    { name: 'address', type: 'line', optional: true },
    { name: 'lat', type: 'number', optional: true },
    { name: 'lng', type: 'number', optional: true },
  ],
  release: [
    { name: 'text', type: 'area', rows: 6 },
    { name: 'photos', type: 'pictures', optional: true },
  ],
  hide: [
    { name: 'reasonCode', type: 'radio', codes: HIDE_REASONS },
    { name: 'photos', type: 'pictures', optional: true },
  ],
  'hand-over': [
    { name: 'colleague', type: 'select' },
    { name: 'note', type: 'area', optional: true, rows: 2 },
  ],
  link: [
    { name: 'of', type: 'line' },
    { name: 'note', type: 'area', optional: true, rows: 2 },
  ],
  note: [{ name: 'note', type: 'area', rows: 3 }],
};

/** What stands in a field before anybody has typed: what is so now, or what the rules propose. */
export function initialValue(item: StaffCase, command: StaffCommand, field: string): string {
  if (command === 'forward' && field === 'department') return item.proposal?.code ?? '';
  if ((command === 'release' || command === 'publish') && field === 'text')
    return item.publicText ?? item.text ?? '';
  if ((command === 'release' || command === 'publish') && field === 'title')
    return item.publicTitle ?? item.title ?? '';
  if (command !== 'correct') return '';
  const now: Record<string, string | number | null | undefined> = {
    category: item.category.code,
    district: item.district?.number,
    address: item.place?.address,
    lat: item.place?.lat,
    lng: item.place?.lng,
  };
  return String(now[field] ?? '');
}

/** Which form stands open when nobody has asked for one: what this desk does next. */
export function usualCommand(item: StaffCase): StaffCommand | null {
  const may = (command: StaffCommand) => item.abilities.includes(command);
  if (may('take') && item.status === 'FORWARDED') return 'take';
  if (may('plan') && item.status === 'IN_PROGRESS' && item.waitingOn === 'NONE') return 'resolve';
  if (may('forward') && item.status === 'RECEIVED' && item.waitingOn === 'NONE' && !item.department)
    return 'forward';
  return null;
}

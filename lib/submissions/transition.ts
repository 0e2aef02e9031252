import { type Actor, partyOf } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { StoredPhoto } from '#lib/media/accept.ts';
import { insertPhotos } from '#lib/media/commands/attach.ts';
import { bringsOthers } from '#lib/media/queries.ts';
import { audit } from '#lib/platform/audit.ts';
import { now } from '#lib/platform/clock.ts';
import { inTransaction, type Tx } from '#lib/platform/db.ts';
import { env } from '#lib/platform/env.ts';
import { AppError } from '#lib/platform/errors.ts';
import { keyedHash } from '#lib/platform/ids.ts';
import { enqueue, warmUpJobs } from '#lib/platform/jobs.ts';
import { refreshSearchText } from './commands/search-text.ts';
import type { Effect } from './effect.ts';
import { runEffect } from './effects.ts';
import { applyAssignment, handsAfter, recordEvent } from './history.ts';
import { type CaseRecord, columnsOf, factsOf, lockCase, stateOf } from './record.ts';
import type { CommandInput } from './schema.ts';
import type { Command } from './words.ts';
import { apply } from './workflow.ts';
import { WORKFLOW } from './workflow-table.ts';
import type { Given, Step } from './workflow-types.ts';

export type TransitionRequest<C extends Command> = {
  actor: Actor;
  reference: string;
  command: C;
  input: CommandInput[C];
  /** The version the person saw; required where the table says `versioned`, except for the worker. */
  version?: number | undefined;
  photos?: StoredPhoto[];
};

export type TransitionResult = {
  id: string;
  reference: string;
  status: string;
  version: number;
  repeated: boolean;
};

/** Commands a double click may send twice within this time and still mean one. */
const REPEAT_MS = 60_000;

/** What photos sent with a command are. Every other command takes none: there nobody would look before they show. */
const PHOTOS_OF: Partial<Record<Command, 'RESULT' | 'OBJECTION' | 'REPLY'>> = {
  resolve: 'RESULT',
  answer: 'RESULT',
  progress: 'RESULT',
  object: 'OBJECTION',
  reply: 'REPLY',
};

/**
 * The one engine for verbs: authorization, version, workflow, effects, event, messages and job, in one transaction.
 * Errors: NOT_FOUND (also for what may not be seen), FORBIDDEN, CONFLICT with the current state, NOT_ALLOWED_NOW with
 * the reason, INVALID with fields.
 */
export async function transition<C extends Command>(
  request: TransitionRequest<C>,
): Promise<TransitionResult> {
  await warmUpJobs();
  try {
    return await inTransaction((tx) => run(tx, request));
  } catch (error) {
    if (error instanceof AppError && error.code === 'FORBIDDEN') await auditRefusal(request);
    throw error;
  }
}

async function run<C extends Command>(tx: Tx, request: TransitionRequest<C>): Promise<TransitionResult> {
  const { actor, command, input } = request;
  const record = await lockCase(tx, request.reference);
  if (!record) throw new AppError('NOT_FOUND');
  // Asked first: the first click may have ended the person's access, as a return or a resolution does.
  if (await isRepeat(tx, request, record)) return resultOf(record, true);
  authorize(actor, command, record);
  checkVersion(request, record);
  const at = now();
  const step = stepOf(record, command, input, actor, at);
  const effect = await runEffect(command, { tx, actor, record, input, at });
  await applyAssignment(tx, { record, effect: step.assignment, actor, at, input });
  const row = await tx.submission.update({
    where: { id: record.row.id },
    data: columnsAfter(request, record, step, effect, at),
  });
  await refreshSearchText(tx, row.id, command);
  const event = await recordEvent(tx, {
    before: record.row,
    row,
    command,
    actor,
    at,
    input,
    data: { ...effect.data, said: printOf(request) },
  });
  await attachPhotos(tx, request, row.id, event.id, at);
  await enqueue(tx, 'event.recorded', { eventId: String(event.id) });
  return { id: row.id, reference: row.reference, status: row.status, version: row.version, repeated: false };
}

/** The row after a command: what follows from the workflow, from whose hands it is in, and what the effect says. */
function columnsAfter(
  { actor, command }: TransitionRequest<Command>,
  record: CaseRecord,
  step: Step,
  { columns }: Effect,
  at: Date,
): Prisma.SubmissionUncheckedUpdateInput {
  const spoke = actor.type === 'staff' && WORKFLOW[command].visibility !== 'INTERNAL';
  const answered = spoke && command !== 'return';
  return {
    ...columnsOf({ ...record.row, ...plain(columns) }, step.state, at, answered),
    // A reply stands out until somebody of the city acts on the case.
    ...((spoke || step.state.outcome) && { repliedAt: null }),
    ...handsAfter(command, step, actor, record),
    ...columns,
    ...(command === 'return' && { hops: { increment: 1 } }),
    ...(WORKFLOW[command].visibility === 'PUBLIC' && { changedAt: at }),
    version: record.row.version + (bumps(command) ? 1 : 0),
  };
}

/** Whoever may see a case in any way is told that a command is not theirs; to all others the case is not there. */
const VIEWS = ['case.read', 'case.read-own', 'case.read-internal'] as const;

function authorize(actor: Actor, command: Command, { row, openAssignment }: CaseRecord): void {
  const facts = factsOf(row, openAssignment?.departmentCode ?? null);
  if (can(actor, `case.${command}`, facts)) return;
  const visible = VIEWS.some((view) => can(actor, view, facts));
  throw new AppError(visible ? 'FORBIDDEN' : 'NOT_FOUND');
}

/**
 * The same person, the same command with the same words, the version of a moment ago: a second click, not a second
 * wish. Whoever goes Back to choose otherwise has another wish, and hears of the conflict.
 */
async function isRepeat(tx: Tx, request: TransitionRequest<Command>, { row }: CaseRecord) {
  const { actor, command, version } = request;
  if (version === undefined || version !== row.version - (bumps(command) ? 1 : 0)) return false;
  const last = await tx.event.findFirst({ where: { submissionId: row.id }, orderBy: { id: 'desc' } });
  if (!last || last.type !== command || now().getTime() - last.at.getTime() > REPEAT_MS) return false;
  if ((last.data as { said?: string }).said !== printOf(request)) return false;
  // With the photo that was forgotten the first time it is another wish.
  if (await bringsOthers(tx, request.photos ?? [], { eventId: last.id })) return false;
  return actor.type === 'staff'
    ? last.staffId === actor.id
    : last.actorKind === 'REPORTER' && actor.type === 'reporter' && actor.submissionId === row.id;
}

/** Tells two inputs apart and says nothing of either: keyed, and too short to search for the words. */
function printOf({ reference, input }: TransitionRequest<Command>): string {
  return keyedHash(env.keys.tracking, `${reference} ${JSON.stringify(input)}`).slice(0, 12);
}

function checkVersion({ actor, command, version }: TransitionRequest<Command>, { row }: CaseRecord): void {
  if (!WORKFLOW[command].versioned || actor.type === 'system') return;
  if (version === row.version) return;
  const current = {
    reference: row.reference,
    status: row.status,
    version: row.version,
    changedAt: row.changedAt.toISOString(),
  };
  throw new AppError('CONFLICT', { current });
}

function stepOf<C extends Command>(
  record: CaseRecord,
  command: C,
  input: CommandInput[C],
  actor: Actor,
  at: Date,
): Step {
  const party = partyOf(actor);
  if (!party) throw new AppError('FORBIDDEN');
  const state = stateOf(record.row, record.openAssignment?.departmentCode ?? null);
  const applied = apply(state, command, { party, at, input: input as Given['input'] });
  if (applied.ok) return applied;
  const current = { reference: record.row.reference, status: record.row.status, version: record.row.version };
  throw new AppError('NOT_ALLOWED_NOW', { message: `errors.refusal.${applied.refusal}`, current });
}

/** Notes leave the version alone: they are in nobody's way. */
function bumps(command: Command): boolean {
  return WORKFLOW[command].versioned || command === 'reply';
}

/** Effects give plain values for due dates, which the next due moment is computed from. */
function plain(columns: object | undefined): { firstAnswerDue?: Date; fixDue?: Date | null } {
  return (columns ?? {}) as { firstAnswerDue?: Date; fixDue?: Date | null };
}

async function attachPhotos(
  tx: Tx,
  { command, photos }: TransitionRequest<Command>,
  submissionId: string,
  eventId: bigint,
  at: Date,
) {
  if (!photos || photos.length === 0) return;
  const purpose = PHOTOS_OF[command];
  if (!purpose) throw new AppError('INVALID', { fields: { photos: ['media.notHere'] } });
  await insertPhotos(tx, photos, { submissionId, eventId, purpose });
  // Whoever adds the proof of a result shows it to the public by that very act.
  if (purpose === 'RESULT')
    await tx.photo.updateMany({ where: { submissionId, eventId, purpose }, data: { releasedAt: at } });
}

function resultOf({ row }: CaseRecord, repeated: boolean): TransitionResult {
  return { id: row.id, reference: row.reference, status: row.status, version: row.version, repeated };
}

/** Strangers are refused all day; a person with a name or a code who tries what is not theirs is worth keeping. */
async function auditRefusal({ actor, command, reference }: TransitionRequest<Command>): Promise<void> {
  if (actor.type === 'anonymous') return;
  await audit({
    action: 'command.refused',
    actorKind: actor.type,
    staffId: actor.type === 'staff' ? actor.id : null,
    subject: reference,
    data: { command },
  });
}

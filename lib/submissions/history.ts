import type { Actor } from '#lib/access/actor.ts';
import type { Event, MessageRole, Submission, Visibility } from '#lib/generated/prisma/client.ts';
import { DEFAULT_LOCALE } from '#lib/i18n/languages.ts';
import { writtenIn } from '#lib/i18n/written.ts';
import type { Tx } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import type { Effect } from './effect.ts';
import type { CaseRecord } from './record.ts';
import type { Command } from './words.ts';
import { WORKFLOW } from './workflow-table.ts';
import type { AssignmentEffect, Step } from './workflow-types.ts';

/** Which fields of a command are words for people, and who reads them when the event itself is public. */
const TEXT_FIELDS: Record<string, { role: MessageRole; visibility: Visibility }> = {
  explanation: { role: 'EXPLANATION', visibility: 'PUBLIC' },
  remaining: { role: 'REMAINING', visibility: 'PUBLIC' },
  alternative: { role: 'ALTERNATIVE', visibility: 'PUBLIC' },
  question: { role: 'QUESTION', visibility: 'REPORTER' },
  reply: { role: 'REPLY', visibility: 'REPORTER' },
  objection: { role: 'OBJECTION', visibility: 'REPORTER' },
  reason: { role: 'REASON', visibility: 'INTERNAL' },
  note: { role: 'NOTE', visibility: 'INTERNAL' },
};

/** Fields whose codes the event keeps beside what the command's own effect says. */
const CODE_FIELDS = ['outcome', 'reasonCode', 'until', 'cost'] as const;

type Recorded = {
  before: Submission | null;
  row: Submission;
  command: Command | 'file';
  actor: Actor;
  at: Date;
  input: object;
  data: NonNullable<Effect['data']>;
};

/** Writes what happened: one event in codes, one message per text. Both are append-only. */
export async function recordEvent(tx: Tx, recorded: Recorded): Promise<Event> {
  const { before, row, command, actor, at, input } = recorded;
  const fields = input as Record<string, unknown>;
  const codes = Object.fromEntries(
    CODE_FIELDS.flatMap((name) => (fields[name] ? [[name, fields[name]]] : [])),
  );
  const event = await tx.event.create({
    data: {
      submissionId: row.id,
      type: command,
      at,
      actorKind: actor.type === 'staff' ? 'STAFF' : actor.type === 'system' ? 'SYSTEM' : 'REPORTER',
      staffId: actor.type === 'staff' ? actor.id : null,
      departmentCode: actor.type === 'staff' ? actor.department : null,
      visibility: command === 'file' ? 'PUBLIC' : WORKFLOW[command].visibility,
      fromStatus: before?.status ?? null,
      toStatus: row.status,
      version: row.version,
      data: { ...codes, ...recorded.data },
    },
  });
  const messages = Object.entries(TEXT_FIELDS).flatMap(([name, kind]) => {
    const text = fields[name];
    return typeof text === 'string' && text !== ''
      ? [
          {
            id: newId(),
            eventId: event.id,
            submissionId: row.id,
            text,
            locale: localeOfText(text, actor, row, fields.language),
            ...kind,
          },
        ]
      : [];
  });
  if (messages.length > 0) await tx.message.createMany({ data: messages });
  return event;
}

/** Staff write Polish and a reporter in the language of the form, unless they say otherwise or plainly do. */
function localeOfText(text: string, actor: Actor, row: Submission, language: unknown): string {
  if (actor.type !== 'staff') return writtenIn(text, row.locale);
  return typeof language === 'string' ? language : writtenIn(text, DEFAULT_LOCALE);
}

type Move = { record: CaseRecord; effect: AssignmentEffect; actor: Actor; at: Date; input: object };

/** Opens, takes or ends the assignment that the workflow says. The database allows one open one per case. */
export async function applyAssignment(tx: Tx, { record, effect, actor, at, input }: Move): Promise<void> {
  if (effect.type === 'none') return;
  const open = record.openAssignment;
  if (effect.type === 'take') {
    if (open)
      await tx.assignment.update({
        where: { id: open.id },
        data: { takenAt: at, officerId: staffId(actor) },
      });
    return;
  }
  if (open) {
    const end = effect.type === 'open' ? 'FORWARDED' : effect.end;
    const reason = (input as { reasonCode?: string }).reasonCode;
    await tx.assignment.update({
      where: { id: open.id },
      data: { endedAt: at, end, returnReason: end === 'RETURNED' ? (reason ?? null) : null },
    });
  }
  if (effect.type === 'open') {
    await tx.assignment.create({
      data: { id: newId(), submissionId: record.row.id, departmentCode: effect.department, openedAt: at },
    });
  }
}

/**
 * Whose hands a case is in after a command. Whoever takes it holds it; a colleague of a department that no longer has
 * it holds it no more; the infoline remembers who of it sent it on last, for the day it comes back.
 */
export function handsAfter(
  command: Command,
  { assignment }: Step,
  actor: Actor,
  { row }: CaseRecord,
): { handlerId?: string | null; forwardedById?: string } {
  const sent =
    command === 'forward' && actor.type === 'staff' && actor.department === null
      ? { forwardedById: actor.id }
      : {};
  if (assignment.type === 'take') return { handlerId: staffId(actor) };
  const moved = assignment.type === 'open' && assignment.department !== row.departmentCode;
  const left = assignment.type === 'end' && assignment.end === 'RETURNED';
  return moved || left ? { ...sent, handlerId: null } : sent;
}

function staffId(actor: Actor): string | null {
  return actor.type === 'staff' ? actor.id : null;
}

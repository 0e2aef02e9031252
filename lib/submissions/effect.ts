import type { Actor } from '#lib/access/actor.ts';
import type { Prisma } from '#lib/generated/prisma/client.ts';
import type { Tx } from '#lib/platform/db.ts';
import type { CaseRecord } from './record.ts';
import type { CommandInput } from './schema.ts';
import type { Command } from './words.ts';

/** What a command changes beyond the workflow's own columns, and which codes its event keeps. */
export type Effect = {
  columns?: Prisma.SubmissionUncheckedUpdateInput;
  data?: Record<string, string | number | boolean | string[]>;
};

export type EffectContext<C extends Command> = {
  tx: Tx;
  actor: Actor;
  record: CaseRecord;
  input: CommandInput[C];
  at: Date;
};

/** Runs inside the transaction, before the row is written. */
export type EffectOf<C extends Command> = (context: EffectContext<C>) => Promise<Effect>;

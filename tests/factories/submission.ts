import { type Actor, ANONYMOUS } from '#lib/access/actor.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { warmUpJobs } from '#lib/platform/jobs.ts';
import { type FiledSubmission, fileSubmission } from '#lib/submissions/commands/file.ts';
import type { CommandInput } from '#lib/submissions/schema.ts';
import { type TransitionResult, transition } from '#lib/submissions/transition.ts';
import type { Channel, Command, Kind } from '#lib/submissions/words.ts';
import { WORKFLOW } from '#lib/submissions/workflow-table.ts';

/** What a test may say of a submission; everything else is an ordinary pothole in the old town. */
export type Wish = {
  kind?: Kind;
  category?: string;
  text?: string;
  channel?: Channel;
  locale?: string;
  lat?: number;
  lng?: number;
  address?: string;
  name?: string;
  email?: string;
  phone?: string;
  /** Without a point: described in words alone. */
  described?: boolean;
  by?: Actor;
};

export type Case = { id: string; reference: string; code: string };

const CATEGORY_OF: Record<Kind, string> = { PROBLEM: '', IDEA: '', QUESTION: '' };

/** The first category of the kind that needs nothing special. */
async function ordinaryCategory(kind: Kind): Promise<string> {
  CATEGORY_OF[kind] ||= (
    await db.category.findFirstOrThrow({
      where: { kind, sensitive: false, danger: false },
      orderBy: { position: 'asc' },
    })
  ).code;
  return CATEGORY_OF[kind];
}

function placeOf({ lat = 50.0617, lng = 19.9373, address, described }: Wish): FiledSubmission['place'] {
  const words = { address: address ?? 'Rynek Główny 1', description: null };
  return described
    ? { lat: null, lng: null, precision: 'DESCRIBED', source: 'WORDS', ...words }
    : { lat, lng, precision: 'EXACT', source: 'MAP', ...words };
}

/** Files a submission through the real command and says how it is found again. */
export async function aSubmission(wish: Wish = {}): Promise<Case> {
  const kind = wish.kind ?? 'PROBLEM';
  const category = wish.category ?? (await ordinaryCategory(kind));
  await warmUpJobs();
  const filed = await inTransaction((tx) =>
    fileSubmission(tx, wish.by ?? ANONYMOUS, {
      kind,
      category,
      channel: wish.channel ?? 'WEB',
      locale: wish.locale ?? 'pl',
      text: wish.text ?? 'Dziura w jezdni przy przejściu dla pieszych.',
      place: placeOf(wish),
      contact: { name: wish.name ?? null, email: wish.email ?? null, phone: wish.phone ?? null },
      draftId: null,
    }),
  );
  return { id: filed.id, reference: filed.reference, code: filed.code };
}

/** Whoever holds the tracking code of this case. */
export function reporterOf({ id }: Pick<Case, 'id'>): Actor {
  return { type: 'reporter', submissionId: id };
}

/** Gives a command with the version of this moment. */
export async function give<C extends Command>(
  { reference }: Pick<Case, 'reference'>,
  actor: Actor,
  command: C,
  input: CommandInput[C],
): Promise<TransitionResult> {
  const { version } = await db.submission.findUniqueOrThrow({ where: { reference } });
  return transition({
    actor,
    reference,
    command,
    input,
    ...(WORKFLOW[command].versioned && actor.type !== 'system' && { version }),
  });
}

import { z } from 'zod';
import { backTo, type DraftCall, goOn, stepPath } from '#app/api/drafts/answers.ts';
import { answerPhotos } from '#app/api/drafts/photo-answer.ts';
import { saveCategory, saveContact, savePlace, saveSeen, saveWhat } from '#lib/filing/commands/save.ts';
import { draftCookie, ownerOfRequest } from '#lib/filing/owner.ts';
import { kindOfDraft } from '#lib/filing/queries.ts';
import { categoryInput, contactInput, placeInput, whatInput } from '#lib/filing/schema.ts';
import { STEPS, type Step } from '#lib/filing/words.ts';
import { AppError } from '#lib/platform/errors.ts';
import { type Answer, type Call, route } from '#lib/platform/http.ts';
import { fieldErrors } from '#lib/platform/http-request.ts';

type StepCall = Call<DraftCall['actor'], Record<string, unknown>>;
type Save = (call: StepCall, id: string) => Promise<unknown>;

/** What each step does with its fields. Photos answer in their own way; the last step is sent, not saved. */
const SAVE: Record<Exclude<Step, 'photos' | 'check'>, Save> = {
  what: async ({ actor, input }, id) => {
    await saveWhat(actor, id, read(whatInput, input));
    if (input.category) await saveCategory(actor, id, read(categoryInput, input).category);
  },
  cards: ({ actor }, id) => saveSeen(actor, id, 'cards'),
  category: ({ actor, input }, id) => saveCategory(actor, id, read(categoryInput, input).category),
  danger: ({ actor }, id) => saveSeen(actor, id, 'danger'),
  place: ({ actor, input }, id) => savePlace(actor, id, read(placeInput, input)),
  contact: ({ actor, input }, id) => saveContact(actor, id, read(contactInput, input)),
};

/** Answers one step of a draft. → 303 to the next step; JSON `{id, next, url}`. */
export const POST = route({
  actor: ownerOfRequest,
  limit: 'draftStep',
  schema: z.looseObject({}),
  files: true,
  run: async (call) => {
    const id = call.params.id ?? '';
    const step = STEPS.find((known) => known === call.params.step);
    if (!step || step === 'check') throw new AppError('NOT_FOUND');
    try {
      return withCookie(call, await save(call, id, step));
    } catch (error) {
      const kind = await kindOfDraft(call.actor, id);
      if (leavesEmpty(call, error)) return { json: { id }, to: stepPath(call.locale, kind, id, 'later') };
      return backTo(call, error, stepPath(call.locale, kind, id, step));
    }
  },
});

async function save(call: StepCall, id: string, step: Exclude<Step, 'check'>): Promise<Answer> {
  if (step === 'photos') return answerPhotos(call, id);
  await SAVE[step](call, id);
  const on = await goOn(call, id);
  if (call.input.later !== '1') return on;
  return { ...on, to: stepPath(call.locale, await kindOfDraft(call.actor, id), id, 'later') };
}

/** Whoever stops here without an answer is not asked for one; what was typed is never thrown away. */
function leavesEmpty({ input }: StepCall, error: unknown): boolean {
  const { back: _back, later, ...answers } = input;
  const empty = Object.values(answers).every((value) => value === '' || value === undefined);
  return later === '1' && empty && error instanceof AppError && error.code === 'INVALID';
}

/** The secret lives as long as the draft it opens. */
function withCookie({ actor }: StepCall, answer: Answer): Answer {
  return actor.secret ? { ...answer, cookies: [draftCookie(actor.secret)] } : answer;
}

function read<S extends z.ZodType>(schema: S, input: Record<string, unknown>): z.output<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AppError('INVALID', { fields: fieldErrors(parsed.error) });
  return parsed.data;
}

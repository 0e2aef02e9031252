import { z } from 'zod';
import { validInput, withFormPhotos } from '#app/api/form-photos.ts';
import { type Actor, ANONYMOUS } from '#lib/access/actor.ts';
import { actorOfRequest } from '#lib/access/session.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { discardStored } from '#lib/media/accept.ts';
import { AppError } from '#lib/platform/errors.ts';
import { type Call, route } from '#lib/platform/http.ts';
import { isStaffPath, safePath } from '#lib/platform/http-request.ts';
import { normaliseReference } from '#lib/platform/ids.ts';
import { hit } from '#lib/platform/limits.ts';
import { guessReporter } from '#lib/submissions/queries/reporter.ts';
import { COMMAND_INPUT, type CommandInput } from '#lib/submissions/schema.ts';
import { transition } from '#lib/submissions/transition.ts';
import { COMMANDS, type Command } from '#lib/submissions/words.ts';

/** What every command may carry beside its own fields. A tracking code makes the sender the reporter. */
const envelope = z.looseObject({
  version: z.coerce.number().int().positive().optional().catch(undefined),
  code: z.string().max(40).optional(),
  /** Where a form goes when all went well. */
  next: z.string().max(500).optional(),
});

type CommandCall = Call<Actor, z.output<typeof envelope>>;

export const POST = route({
  actor: actorOfRequest,
  schema: envelope,
  files: true,
  run: async (call) => {
    const command = commandOf(call.params.command);
    const reference = normaliseReference(call.params.reference ?? '');
    if (!command || !reference) throw new AppError('NOT_FOUND');
    const actor = await actorOf(call);
    return withFormPhotos({ ...call, actor }, async ({ photos, problems }) => {
      const input = validInput<CommandInput[Command]>(COMMAND_INPUT[command], call.input, problems);
      const { version } = call.input;
      const result = await transition({ actor, reference, command, input, version, photos });
      if (result.repeated) await discardStored(photos);
      return {
        json: result,
        to: safePath(call.input.next) ?? safePath(call.input.back) ?? localePath(call.locale, '/'),
      };
    });
  },
});

function commandOf(name: string | undefined): Command | null {
  return COMMANDS.find((command) => command === name) ?? null;
}

async function actorOf({ actor, input, clientAddress }: CommandCall): Promise<Actor> {
  if (input.code === undefined) {
    await hit('staffCommand', actor.type === 'staff' ? actor.id : clientAddress);
    // A session that ended while somebody was writing: they sign in and find their words, and are not sent away.
    const fromDesk = isStaffPath(safePath(input.back) ?? '/');
    if (actor.type !== 'staff' && fromDesk) throw new AppError('UNAUTHENTICATED');
    return actor;
  }
  await hit('reporterCommand', clientAddress);
  return (await guessReporter(input.code, clientAddress)) ?? ANONYMOUS;
}

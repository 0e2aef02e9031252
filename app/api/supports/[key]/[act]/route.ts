import { z } from 'zod';
import { ANONYMOUS } from '#lib/access/actor.ts';
import { localePath } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { route } from '#lib/platform/http.ts';
import { confirmSupport, withdrawSupport } from '#lib/submissions/commands/support.ts';
import { supportByKey, supportView } from '#lib/submissions/queries/supporter.ts';

const ACTS: Record<string, (supportId: string) => Promise<void>> = {
  confirm: confirmSupport,
  withdraw: withdrawSupport,
};

/** Confirms or takes back the support whose key is in the address. Only ever a POST: mail scanners follow links. */
export const POST = route({
  actor: async () => ANONYMOUS,
  schema: z.object({}),
  run: async ({ params, clientAddress, locale }) => {
    const { key = '', act = '' } = params;
    const run = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
    if (!run) throw new AppError('NOT_FOUND');
    const supportId = await supportByKey(key, clientAddress);
    await run(supportId);
    return { json: await supportView(supportId, locale), to: localePath(locale, `/poparcie/${key}`) };
  },
});

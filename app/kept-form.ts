import 'server-only';
import type { Kept } from '#components/resident/tracking/kept.ts';
import type { Room } from '#lib/i18n/catalog.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { ErrorCode } from '#lib/platform/errors.ts';
import { readFormState } from '#lib/platform/form-state.ts';

export type KeptForm = Kept & {
  errors: { field: string; message: string }[];
  /** Why the form came back, when it was not its fields, with the sentence that says so. */
  code: ErrorCode | null;
  message: string | null;
};

type Query = Record<string, string | string[] | undefined>;

/** What a refused form left behind, in words: the page shows it at the fields and on top. */
export async function keptOf(query: Query, locale: string): Promise<KeptForm> {
  const state = await readFormState(query.f);
  const say = (key: string) => {
    const at = key.indexOf('.');
    return translator(locale, key.slice(0, at) as Room)(key.slice(at + 1));
  };
  const errors = Object.entries(state?.errors ?? {}).map(([field, keys]) => ({
    field,
    message: keys.map(say).join(' '),
  }));
  const refused = state?.code && state.code !== 'INVALID' ? state.code : null;
  return {
    command: typeof query.k === 'string' ? query.k : null,
    value: (name) => {
      const value = state?.values[name];
      return typeof value === 'string' ? value : undefined;
    },
    error: (name) => errors.find(({ field }) => field === name)?.message,
    photos: state?.photos ?? [],
    errors,
    code: refused,
    message: refused && state?.messageKey ? say(state.messageKey) : null,
  };
}

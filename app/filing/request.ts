import { cookies } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { actorFromCookie } from '#lib/access/session.ts';
import { SESSION_COOKIE } from '#lib/access/session-token.ts';
import type { DraftView, SentView } from '#lib/filing/dto.ts';
import { DRAFT_COOKIE, type DraftOwner, readSecret } from '#lib/filing/owner.ts';
import { readDraft } from '#lib/filing/queries.ts';
import { textLocale } from '#lib/i18n/languages.ts';
import { AppError } from '#lib/platform/errors.ts';
import { type FormState, readFormState } from '#lib/platform/form-state.ts';

/** What stands behind the address of a draft. */
export type Opened =
  | { state: 'open'; draft: DraftView }
  | { state: 'sent'; sent: SentView }
  | { state: 'expired' }
  | { state: 'foreign' };

export async function ownerOfPage(): Promise<DraftOwner> {
  const jar = await cookies();
  return {
    actor: await actorFromCookie(jar.get(SESSION_COOKIE)?.value),
    secret: readSecret(jar.get(DRAFT_COOKIE)?.value),
  };
}

/** Reads a draft once per request, for the title and for the page. */
export const openDraft = cache(async (id: string): Promise<Opened> => {
  try {
    const { draft, sent } = await readDraft(await ownerOfPage(), id, textLocale(await getLocale()));
    return sent ? { state: 'sent', sent } : { state: 'open', draft };
  } catch (error) {
    if (error instanceof AppError && error.code === 'GONE') return { state: 'expired' };
    if (error instanceof AppError && error.code === 'NOT_FOUND') return { state: 'foreign' };
    throw error;
  }
});

/** What a refused form kept, read once per request. */
export const openState = cache(
  async (id: string | undefined): Promise<FormState | null> => (id ? readFormState(id) : null),
);

export type Messages = {
  /** The message at a field, or undefined. */
  at: (field: string) => string | undefined;
  /** All of them with the field each belongs to. */
  all: { field: string; message: string }[];
};

/** Message keys of a refused form, in the reader's words. `exact` replaces those that need figures. */
export async function messagesOf(
  state: FormState | null,
  exact: (key: string) => string | null = () => null,
): Promise<Messages> {
  const t = await getTranslations();
  const all = Object.entries(state?.errors ?? {}).flatMap(([field, keys]) =>
    keys.map((key) => ({ field, message: exact(key) ?? t(key as 'validation.invalid') })),
  );
  return { at: (field) => all.find((one) => one.field === field)?.message, all };
}

/** A kept value as one string. */
export function keptText(state: FormState | null, name: string): string | undefined {
  const value = state?.values[name];
  return typeof value === 'string' ? value : undefined;
}

/** `Błąd: …` in the title of a refused form. */
export async function titleOf(title: string, state: FormState | null): Promise<string> {
  const refused = Object.keys(state?.errors ?? {}).length > 0;
  return refused ? (await getTranslations('common'))('errorTitle', { title }) : title;
}

import 'server-only';
import type { Room } from '#lib/i18n/catalog.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { FormState } from '#lib/platform/form-state.ts';

export type Texts = Record<string, string>;

/** What a refused form brings back, field by field: its values, and its messages in words. */
export function returnedForm(state: FormState | null, locale: string): { texts: Texts; messages: Texts } {
  const say = (key: string) => {
    const at = key.indexOf('.');
    return translator(locale, key.slice(0, at) as Room)(key.slice(at + 1));
  };
  const texts = Object.entries(state?.values ?? {}).filter(([, value]) => typeof value === 'string');
  const errors = Object.entries(state?.errors ?? {});
  return {
    texts: Object.fromEntries(texts) as Texts,
    messages: Object.fromEntries(errors.map(([field, keys]) => [field, keys.map(say).join(' ')])),
  };
}

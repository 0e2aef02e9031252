import { getTranslations } from 'next-intl/server';
import type { FormState } from '#lib/platform/form-state.ts';
import { tidyText } from '#lib/submissions/schema.ts';
import { MAX_TEXT } from '#lib/submissions/words.ts';
import { keptText, type Messages, messagesOf } from './request.ts';

/** Messages of the first question; a text that is too long is told by how much. */
export async function whatMessages(state: FormState | null): Promise<Messages> {
  const t = await getTranslations('filing.what');
  const over = tidyText(keptText(state, 'text') ?? '').length - MAX_TEXT;
  return messagesOf(state, (key) =>
    key === 'validation.tooLong' && over > 0 ? t('tooLong', { count: over }) : null,
  );
}

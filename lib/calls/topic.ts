import { detectPersonalData } from '#lib/contacts/detect.ts';
import { readProcedure } from '#lib/directory/procedures/queries.ts';
import { findCategory } from '#lib/directory/queries.ts';
import { AppError, type FieldErrors } from '#lib/platform/errors.ts';
import type { CallInput } from './schema.ts';

type Topic = { categoryCode?: string; procedureCode?: string; topic?: string };

/**
 * What a call was about: a category or a card that was chosen, else the words themselves. Throws INVALID without any.
 */
export async function topicOf({ topicKey, topic }: Pick<CallInput, 'topicKey' | 'topic'>): Promise<Topic> {
  const [type, code = ''] = topicKey.split(':');
  if (type === 'category' && (await findCategory(code, 'pl'))) return { categoryCode: code };
  if (type === 'card' && (await readProcedure(code, 'pl'))) return { procedureCode: code };
  if (topic === '') throw new AppError('INVALID', { fields: { topic: ['calls.errors.topic'] } });
  return { topic };
}

/** A call says nothing of who called: words in which a detector finds somebody are not kept. */
export function assertImpersonal({ topic, note }: Pick<CallInput, 'topic' | 'note'>): void {
  const fields: FieldErrors = {};
  for (const [name, text] of Object.entries({ topic, note })) {
    const found = detectPersonalData(text);
    if (found.length > 0) fields[name] = found.map((finding) => `calls.errors.finding.${finding}`);
  }
  if (Object.keys(fields).length > 0) throw new AppError('INVALID', { fields });
}

import { z } from 'zod';
import { cityDay, cityMidnight } from '#lib/platform/clock.ts';
import { textIn } from '../names.ts';
import { procedureContent, procedureSymbol, TOPICS } from '../procedure-schema.ts';
import { asValues, type Definition } from './definition.ts';
import { position, slug } from './field-schemas.ts';
import type { FieldSpec } from './record-dto.ts';

const long = (name: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name: `content.${name}`,
  type: 'long',
  languages: true,
  ...more,
});

/** A calendar day on which somebody of the city checked the card; nothing: it is shown as a sample. */
const day = z.iso.date({ error: 'validation.date' }).nullable();

export const procedures: Definition = {
  table: 'procedure',
  sql: 'Procedure',
  key: 'code',
  subject: 'procedure',
  permission: 'procedure.edit',
  fields: [
    { name: 'code', type: 'text', fixed: true },
    { name: 'symbol', type: 'text' },
    { name: 'topic', type: 'select', options: 'topics' },
    { name: 'department', type: 'select', options: 'departments', optional: true },
    { name: 'active', type: 'check' },
    { name: 'position', type: 'number' },
    { name: 'verifiedAt', type: 'date', optional: true, part: 'verified' },
    { name: 'content.toVerify', type: 'checks', options: 'checkedParts', optional: true },
    { ...long('title', { type: 'text' }), part: 'card' },
    long('summary'),
    long('audience'),
    long('unit', { optional: true, type: 'text' }),
    long('steps', { list: true, part: 'steps' }),
    long('documents', { list: true }),
    long('form'),
    long('fee'),
    long('term'),
    long('place', { part: 'where' }),
    long('online', { optional: true }),
    { name: 'content.link', type: 'url', optional: true },
    long('appeal', { part: 'rights' }),
    long('legalBasis', { list: true }),
    { name: 'content.questions', type: 'pairs', optional: true, part: 'questions' },
    long('keywords', { list: true, optional: true }),
  ],
  schema: z.strictObject({
    code: slug,
    symbol: procedureSymbol,
    topic: z.enum(TOPICS, { error: 'admin.records.error.choose' }),
    department: z.string().nullable(),
    active: z.boolean(),
    position,
    verifiedAt: day,
    content: procedureContent,
  }),
  fresh: { position: 0, active: true, content: { toVerify: [] } },
  title: (row, locale) => textIn((row.content as { title?: unknown }).title, locale),
  detail: (row) => String(row.symbol),
  tag: { options: 'topics', column: 'topic' },
  toValues: ({ code, symbol, topic, departmentCode, active, position, verifiedAt, content }) =>
    asValues({
      code,
      symbol,
      topic,
      department: departmentCode,
      active,
      position,
      verifiedAt: verifiedAt instanceof Date ? cityDay(verifiedAt) : null,
      content,
    }),
  toData: ({ department, verifiedAt, ...values }) => ({
    ...values,
    departmentCode: department,
    verifiedAt: typeof verifiedAt === 'string' ? cityMidnight(verifiedAt) : null,
  }),
};

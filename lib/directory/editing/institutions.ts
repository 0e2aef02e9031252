import { z } from 'zod';
import { textIn } from '../names.ts';
import { asValues, type Definition } from './definition.ts';
import { names, optional, position, slug, texts } from './field-schemas.ts';

export const institutions: Definition = {
  table: 'institution',
  sql: 'Institution',
  key: 'code',
  subject: 'institution',
  permission: 'directory.edit',
  fields: [
    { name: 'code', type: 'text', fixed: true },
    { name: 'name', type: 'text', languages: true },
    { name: 'scope', type: 'long', languages: true },
    { name: 'phone', type: 'tel', optional: true },
    { name: 'position', type: 'number' },
    { name: 'active', type: 'check' },
  ],
  schema: z.strictObject({
    code: slug,
    name: names(160),
    scope: texts(1000),
    phone: optional(40),
    position,
    active: z.boolean(),
  }),
  fresh: { position: 0, active: true },
  title: (row, locale) => textIn(row.name, locale),
  detail: (row) => (typeof row.phone === 'string' ? row.phone : ''),
  toValues: ({ code, name, scope, phone, position, active }) =>
    asValues({ code, name, scope, phone, position, active }),
  toData: (values) => values,
};

import { z } from 'zod';
import { textIn } from '../names.ts';
import { asValues, type Definition } from './definition.ts';
import { mailAddress, names, optional, position, texts } from './field-schemas.ts';

export const departments: Definition = {
  table: 'department',
  sql: 'Department',
  key: 'code',
  subject: 'department',
  permission: 'directory.edit',
  fields: [
    { name: 'code', type: 'text', fixed: true },
    { name: 'name', type: 'text', languages: true },
    { name: 'scope', type: 'long', languages: true },
    { name: 'email', type: 'email', optional: true },
    { name: 'contact', type: 'long', optional: true },
    { name: 'contactConfirmed', type: 'check' },
    { name: 'parent', type: 'select', options: 'departments', optional: true },
    { name: 'position', type: 'number' },
    { name: 'active', type: 'check' },
  ],
  schema: z.strictObject({
    code: z
      .string({ error: 'admin.records.error.code' })
      .regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, { error: 'admin.records.error.code' }),
    name: names(160),
    scope: texts(1000),
    email: mailAddress,
    contact: optional(500),
    contactConfirmed: z.boolean(),
    parent: z.string().nullable(),
    position,
    active: z.boolean(),
  }),
  fresh: { position: 0, active: true },
  title: (row, locale) => textIn(row.name, locale),
  detail: (row) => String(row.code),
  toValues: ({ code, name, scope, email, contact, contactConfirmed, parentCode, position, active }) =>
    asValues({ code, name, scope, email, contact, contactConfirmed, parent: parentCode, position, active }),
  toData: ({ code, parent, ...values }) => ({ ...values, code, parentCode: parent }),
};

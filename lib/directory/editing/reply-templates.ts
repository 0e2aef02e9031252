import type { z } from 'zod';
import type { Values } from '#lib/platform/changes.ts';
import { replyTemplateInput } from '../reply-schema.ts';
import { asValues, type Definition } from './definition.ts';

/** The rules of a template stand beside what fills it in; here they meet the form. */
const schema = replyTemplateInput.transform(
  ({ name, command, kind, category, department, pl, en, uk, position, active }): Values =>
    asValues({ name, command, kind, category, department, pl, en, uk, position, active }),
) as z.ZodType<Values, unknown>;

export const replyTemplates: Definition = {
  table: 'replyTemplate',
  sql: 'ReplyTemplate',
  key: 'id',
  subject: 'template',
  permission: 'template.edit',
  fields: [
    { name: 'name', type: 'text' },
    { name: 'command', type: 'select', options: 'commands' },
    { name: 'kind', type: 'select', options: 'kinds', optional: true },
    { name: 'category', type: 'select', options: 'categories', optional: true },
    { name: 'department', type: 'select', options: 'departments', optional: true },
    { name: 'pl', type: 'long' },
    { name: 'en', type: 'long', optional: true },
    { name: 'uk', type: 'long', optional: true },
    { name: 'position', type: 'number' },
    { name: 'active', type: 'check' },
  ],
  schema,
  fresh: { position: 0, active: true },
  title: (row) => String(row.name),
  detail: () => '',
  tag: { options: 'commands', column: 'command' },
  toValues: ({ name, command, kind, categoryCode, departmentCode, text, position, active }) => {
    const { pl, en, uk } = text as Record<string, string | undefined>;
    return asValues({
      name,
      command,
      kind,
      category: categoryCode,
      department: departmentCode,
      pl,
      en,
      uk,
      position,
      active,
    });
  },
  toData: ({ pl, en, uk, category, department, ...values }) => ({
    ...values,
    categoryCode: category,
    departmentCode: department,
    text: { pl, ...(en !== null && { en }), ...(uk !== null && { uk }) },
  }),
};

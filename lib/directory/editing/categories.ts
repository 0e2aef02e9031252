import { z } from 'zod';
import { textIn } from '../names.ts';
import { asValues, type Definition } from './definition.ts';
import { names, position, required, slug, wholeNumber, wordLists } from './field-schemas.ts';

const KINDS = ['PROBLEM', 'IDEA', 'QUESTION'] as const;
const MOST_DAYS = 730;
const MOST_MONTHS = 600;
/** About as many as live in the city. */
const MOST_PEOPLE = 800_000;

export const categories: Definition = {
  table: 'category',
  sql: 'Category',
  key: 'code',
  subject: 'category',
  permission: 'directory.edit',
  fields: [
    { name: 'code', type: 'text', fixed: true },
    { name: 'kind', type: 'select', options: 'kinds', fixed: true },
    { name: 'group', type: 'select', options: 'groups' },
    { name: 'name', type: 'text', languages: true },
    { name: 'keywords', type: 'long', languages: true, list: true, optional: true },
    { name: 'department', type: 'select', options: 'departments' },
    { name: 'firstAnswerDays', type: 'number' },
    { name: 'fixDays', type: 'number', optional: true },
    {
      name: 'supportThreshold',
      type: 'number',
      optional: true,
      onlyWhere: { name: 'kind', value: 'IDEA' },
    },
    { name: 'contactMonths', type: 'number', optional: true },
    { name: 'danger', type: 'check' },
    { name: 'locationRequired', type: 'check' },
    { name: 'sensitive', type: 'check' },
    { name: 'position', type: 'number' },
    { name: 'active', type: 'check' },
  ],
  schema: z.strictObject({
    code: slug,
    kind: z.enum(KINDS, { error: 'admin.records.error.choose' }),
    group: z.string({ error: 'admin.records.error.choose' }).min(1, { error: 'admin.records.error.choose' }),
    name: names(120),
    keywords: wordLists,
    department: required(40),
    firstAnswerDays: wholeNumber(1, MOST_DAYS),
    fixDays: wholeNumber(1, MOST_DAYS).nullable(),
    supportThreshold: wholeNumber(1, MOST_PEOPLE).nullable(),
    contactMonths: wholeNumber(1, MOST_MONTHS).nullable(),
    danger: z.boolean(),
    locationRequired: z.boolean(),
    sensitive: z.boolean(),
    position,
    active: z.boolean(),
  }),
  fresh: { firstAnswerDays: 3, locationRequired: true, position: 0, active: true },
  title: (row, locale) => textIn(row.name, locale),
  detail: (row, locale) => textIn(row.groupName, locale),
  tag: { options: 'kinds', column: 'kind' },
  toValues: ({ code, kind, group, name, keywords, departmentCode, firstAnswerDays, fixDays, ...row }) =>
    asValues({
      code,
      kind,
      group,
      name,
      keywords: { pl: [], en: [], uk: [], ...(keywords as object) },
      department: departmentCode,
      firstAnswerDays,
      fixDays,
      supportThreshold: row.supportThreshold,
      contactMonths: row.contactMonths,
      danger: row.danger,
      locationRequired: row.locationRequired,
      sensitive: row.sensitive,
      position: row.position,
      active: row.active,
    }),
  toData: ({ department, ...values }) => ({ ...values, departmentCode: department }),
};

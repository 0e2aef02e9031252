import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { REPLY_COMMANDS } from '#lib/directory/reply-schema.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'data');

const names = z.object({ pl: z.string().min(1), en: z.string().min(1), uk: z.string().min(1) });
const slug = z.string().regex(/^[a-z0-9-]+$/);

const groupSchema = z.array(z.strictObject({ code: slug, name: names }));

const departmentSchema = z.array(
  z.strictObject({
    code: z.string().regex(/^[A-Z]+$/),
    name: names,
    scope: names,
    contact: z.string().nullable(),
    contactConfirmed: z.boolean(),
  }),
);

const categorySchema = z.array(
  z.strictObject({
    code: slug,
    kind: z.enum(['PROBLEM', 'IDEA', 'QUESTION']),
    group: slug,
    name: names,
    department: z.string(),
    firstAnswerDays: z.int().positive(),
    fixDays: z.int().positive().nullable(),
    danger: z.boolean(),
    locationRequired: z.boolean(),
    sensitive: z.boolean(),
    keywords: z.strictObject({ pl: z.array(z.string()), en: z.array(z.string()), uk: z.array(z.string()) }),
  }),
);

const institutionSchema = z.array(
  z.strictObject({ code: slug, name: names, scope: names, phone: z.string().nullable() }),
);

const replyTemplateSchema = z.array(
  z.strictObject({
    id: z.uuid(),
    name: z.string().min(1),
    command: z.enum(REPLY_COMMANDS),
    kind: z.enum(['PROBLEM', 'IDEA', 'QUESTION']).nullable(),
    category: slug.nullable(),
    department: z.string().nullable(),
    text: names,
  }),
);

export type DistrictFigure = {
  number: number;
  roman: string;
  name: string;
  /** The name in languages that do not write it as it is. */
  inOther: { uk?: string };
  lat: number;
  lng: number;
  outline: [number, number][];
};
export type PlaceFigure = {
  type: string;
  name: string;
  lat: number | null;
  lng: number | null;
  district: number | null;
};

function json<T>(file: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')));
}

function table(file: string): string[][] {
  const [, ...lines] = readFileSync(path.join(FOLDER, file), 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

const number = (field: string | undefined) => (field ? Number(field) : null);

export const readGroups = () => json('category-groups.json', groupSchema);
export const readDepartments = () => json('departments.json', departmentSchema);
export const readCategories = () => json('categories.json', categorySchema);
export const readReplyTemplates = () => json('reply-templates.json', replyTemplateSchema);
export const readInstitutions = () => json('institutions.json', institutionSchema);

export function readDistricts(): DistrictFigure[] {
  return table('districts.tsv').map(([count, roman, name, lat, lng, outline, uk]) => ({
    number: Number(count),
    roman: roman!,
    name: name!,
    inOther: uk ? { uk } : {},
    lat: Number(lat),
    lng: Number(lng),
    outline: outline!.split(';').map((pair) => {
      const [east, north] = pair.split(' ');
      return [Number(east), Number(north)];
    }),
  }));
}

/** Streets, stops, neighbourhoods, parks and landmarks from the files, and the districts themselves. */
export function readGazetteer(): PlaceFigure[] {
  const rows = [...table('places.tsv'), ...table('landmarks.tsv')];
  return [
    ...rows.map(([type, name, lat, lng, district]) => ({
      type: type!,
      name: name!,
      lat: number(lat),
      lng: number(lng),
      district: number(district),
    })),
    ...readDistricts().map((district) => ({
      type: 'district',
      name: district.name,
      lat: district.lat,
      lng: district.lng,
      district: district.number,
    })),
  ];
}

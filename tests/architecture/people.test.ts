import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#scripts/paths.ts';

const schema = readFileSync(path.join(ROOT, 'prisma', 'schema.prisma'), 'utf8');

/** What says who somebody is, or how to reach them. */
const TELLS =
  /^(e?mail|phone|telephone|contact|person|pesel|plate|surname|firstName|lastName|(email|phone)Hash)$/i;

/** Offices and colleagues, who are no residents, each with the reason. */
const NOT_RESIDENTS: Record<string, string> = {
  'Department.email': 'where an office gets its mail',
  'Department.contact': 'how residents reach an office',
  'Institution.phone': 'how residents reach an office',
  'StaffUser.email': 'a colleague signs in with it',
};

/** Columns outside the schema "people" that tell of somebody. */
function telling(text: string): string[] {
  return [...text.matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)].flatMap(([, model = '', body = '']) => {
    if (body.includes('@@schema("people")')) return [];
    return [...body.matchAll(/^\s+(\w+)\s+(String|Json)\b/gm)].flatMap(([, column = '']) =>
      TELLS.test(column) ? [`${model}.${column}`] : [],
    );
  });
}

describe('who somebody is stands in the schema "people" and nowhere else', () => {
  it('holds', () => {
    expect(telling(schema).filter((column) => !NOT_RESIDENTS[column])).toEqual([]);
  });

  it('the exceptions are all there', () => {
    expect(Object.keys(NOT_RESIDENTS).filter((column) => !telling(schema).includes(column))).toEqual([]);
  });

  it('a column that slips out would be noticed', () => {
    const slipped = 'model Submission {\n  id    String @id\n  phone String?\n\n  @@schema("public")\n}\n';
    expect(telling(slipped)).toEqual(['Submission.phone']);
  });
});

import { describe, expect, it } from 'vitest';
import { replyTemplateInput } from '#lib/directory/reply-schema.ts';
import {
  readCategories,
  readDepartments,
  readDistricts,
  readGazetteer,
  readGroups,
  readInstitutions,
  readReplyTemplates,
} from './files.ts';

const categories = readCategories();
const unique = (values: string[]) => new Set(values).size === values.length;

describe('reference data', () => {
  it('has everything that was collected', () => {
    expect(categories).toHaveLength(51);
    expect(readDepartments()).toHaveLength(22);
    expect(readInstitutions()).toHaveLength(17);
    expect(readDistricts()).toHaveLength(18);
    const count = (type: string) => readGazetteer().filter((place) => place.type === type).length;
    expect(count('street')).toBeGreaterThan(2580);
    expect(count('stop')).toBe(822);
    expect(count('neighbourhood')).toBe(72);
  });

  it('has no code twice and no dangling reference', () => {
    expect(unique(categories.map((one) => one.code))).toBe(true);
    expect(unique(readGazetteer().map((one) => `${one.type} ${one.name}`))).toBe(true);
    const departments = new Set(readDepartments().map((one) => one.code));
    const groups = new Set(readGroups().map((one) => one.code));
    for (const one of categories) {
      expect(departments, one.code).toContain(one.department);
      expect(groups, one.code).toContain(one.group);
    }
  });

  it('writes Ukrainian in Cyrillic and Polish in Latin letters', () => {
    const named = [...categories, ...readGroups(), ...readDepartments(), ...readInstitutions()];
    for (const { code, name } of named) {
      expect(name.pl, code).not.toMatch(/\p{Script=Cyrillic}/u);
      expect(name.uk, code).toMatch(/\p{Script=Cyrillic}/u);
    }
  });

  it('knows words for every category but the three "other" ones', () => {
    for (const { code, keywords } of categories) {
      const least = /^inny-|-inny$|-inne$/.test(code) ? 0 : 2;
      for (const words of Object.values(keywords)) expect(words.length, code).toBeGreaterThanOrEqual(least);
    }
  });

  it('has reply templates that may be saved as they are, each in every language with the same variables', () => {
    const templates = readReplyTemplates();
    expect(templates.length).toBeGreaterThanOrEqual(15);
    for (const { id: _, text, ...rest } of templates) {
      expect(replyTemplateInput.safeParse({ ...rest, ...text }).error, rest.name).toBeUndefined();
      const variables = (words: string) => (words.match(/\{\{\w+\}\}/g) ?? []).sort();
      expect(variables(text.en), rest.name).toEqual(variables(text.pl));
      expect(variables(text.uk), rest.name).toEqual(variables(text.pl));
      if (rest.category) expect(categories.map((one) => one.code)).toContain(rest.category);
      if (rest.department) expect(readDepartments().map((one) => one.code)).toContain(rest.department);
    }
  });

  it('confirms no contact that waits for confirmation, and publishes no opening hours', () => {
    for (const { code, contact, contactConfirmed } of readDepartments()) {
      expect(contact ?? '', code).not.toMatch(/\?|\bh\b|\d:\d\d/);
      if (!contact) expect(contactConfirmed, code).toBe(false);
    }
    expect(
      readDepartments()
        .filter((one) => one.contactConfirmed)
        .map((one) => one.code),
    ).toEqual(['KCK', 'ZDMK', 'MPO', 'WMK', 'MPEC', 'SM']);
  });
});

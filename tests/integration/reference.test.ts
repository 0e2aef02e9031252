import { afterEach, describe, expect, it } from 'vitest';
import {
  findCategory,
  forgetDirectory,
  listCategories,
  listDepartments,
  listDistricts,
  listInstitutions,
  routeFor,
  suggestCategories,
  suggestInstitution,
} from '#lib/directory/queries.ts';
import {
  areaOfDistricts,
  completeAddress,
  distanceToCity,
  districtCentroid,
  districtOf,
  forgetPlaces,
  isInCity,
  listDistrictShapes,
  nearestNamedPlace,
  searchPlaces,
} from '#lib/places/queries.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { newId } from '#lib/platform/ids.ts';
import { seedReference } from '#prisma/seed/reference.ts';
import { DEMO_STAFF, seedStaff } from '#prisma/seed/staff.ts';

afterEach(() => {
  forgetDirectory();
  forgetPlaces();
});

describe('reference seed', () => {
  it('changes nothing the second time', async () => {
    expect(await seedReference()).toEqual({
      departments: 0,
      districts: 0,
      categories: 0,
      institutions: 0,
      places: 0,
      procedures: 0,
      replyTemplates: 0,
    });
  });

  it('brings back what is missing and what is old, and keeps away from what was edited', async () => {
    await db.gazetteerPlace.deleteMany({ where: { name: 'Karmelicka' } });
    await db.category.update({ where: { code: 'kosz' }, data: { firstAnswerDays: 9 } });
    await db.category.update({ where: { code: 'lawka' }, data: { firstAnswerDays: 9, edited: true } });
    await db.department.update({ where: { code: 'ZZM' }, data: { contactConfirmed: true, edited: true } });
    await db.institution.update({ where: { code: 'gddkia' }, data: { phone: '1', edited: true } });
    const changed = await seedReference();
    expect(changed).toMatchObject({ categories: 1, departments: 0, institutions: 0 });
    expect(changed.places).toBeGreaterThan(0);
    const days = async (code: string) =>
      (await db.category.findUniqueOrThrow({ where: { code } })).firstAnswerDays;
    expect(await days('kosz')).toBe(1);
    expect(await days('lawka')).toBe(9);
    expect((await db.institution.findUniqueOrThrow({ where: { code: 'gddkia' } })).phone).toBe('1');
    await db.category.update({ where: { code: 'lawka' }, data: { firstAnswerDays: 1, edited: false } });
    await db.department.update({ where: { code: 'ZZM' }, data: { contactConfirmed: false, edited: false } });
  });

  it('keeps a department’s mailbox, which the files do not know', async () => {
    await db.department.update({
      where: { code: 'MPO' },
      data: { email: 'mpo@kontakt.example', position: 99 },
    });
    await seedReference();
    expect(await db.department.findUniqueOrThrow({ where: { code: 'MPO' } })).toMatchObject({
      email: 'mpo@kontakt.example',
      position: 3,
    });
  });

  it('makes each demo account once', async () => {
    const [first] = await db.staffUser.findMany({ orderBy: { email: 'asc' } });
    await seedStaff();
    expect(await db.staffUser.count()).toBe(DEMO_STAFF.length);
    expect((await db.staffUser.findUniqueOrThrow({ where: { id: first!.id } })).passwordHash).toBe(
      first!.passwordHash,
    );
  });
});

describe('directory', () => {
  it('gives the categories of a kind by group, in the language', async () => {
    const groups = await listCategories('PROBLEM', 'pl');
    expect(groups.map((group) => group.name).slice(0, 2)).toEqual(['Drogi i chodniki', 'Zieleń']);
    expect(groups.flatMap((group) => group.categories)).toHaveLength(39);
    expect((await findCategory('dziura-w-jezdni', 'uk'))?.name).toBe('Яма на дорозі');
    expect(await findCategory('nie-ma', 'pl')).toBeNull();
  });

  it('hides contacts that nobody confirmed', async () => {
    const contacts = new Map((await listDepartments('pl')).map((one) => [one.code, one.contact]));
    expect(contacts.get('KCK')).toBe('12 616 55 55');
    expect(contacts.get('ZZM')).toBeNull();
  });

  it('knows districts and institutions', async () => {
    expect((await listDistricts('pl'))[17]).toEqual({ number: 18, roman: 'XVIII', name: 'Nowa Huta' });
    expect((await listDistricts('en'))[17]?.name).toBe('Nowa Huta');
    const ukrainian = await listDistricts('uk');
    expect(ukrainian[17]).toEqual({ number: 18, roman: 'XVIII', name: 'Нова Гута' });
    expect(ukrainian.filter(({ name }) => /[a-z]/i.test(name))).toEqual([]);
    expect((await listInstitutions('en'))[0]).toMatchObject({
      code: '112',
      name: 'Emergency number',
      phone: '112',
    });
    expect(await suggestInstitution('dziura na autostradzie', 'pl')).toMatchObject({
      code: 'gddkia',
      reason: 'autostradzie',
    });
  });

  it('routes by the first rule that fits, also inside a transaction', async () => {
    expect(await routeFor('kosz', 5)).toEqual({ departmentCode: 'MPO', rule: 'CATEGORY_DEFAULT' });
    const id = newId();
    const rule = { id, categoryCode: 'kosz', districtNumber: 5, departmentCode: 'ZZM', position: 1 };
    await db.routingRule.create({ data: rule });
    expect(await inTransaction((tx) => routeFor('kosz', 5, tx))).toEqual({
      departmentCode: 'ZZM',
      rule: 'RULE',
      ruleId: id,
    });
    expect((await routeFor('kosz', 6))?.rule).toBe('CATEGORY_DEFAULT');
    expect(await routeFor('nie-ma', 5)).toBeNull();
    await db.routingRule.delete({ where: { id } });
  });

  it('suggests categories by what is in the database', async () => {
    const [first] = await suggestCategories({ kind: 'PROBLEM', text: 'latarnia nie świeci', lang: 'en' });
    expect(first).toMatchObject({ code: 'oswietlenie', name: 'Street lighting', reason: 'latarnia' });
    await db.category.update({ where: { code: 'oswietlenie' }, data: { active: false } });
    forgetDirectory();
    const codes = (await suggestCategories({ kind: 'PROBLEM', text: 'latarnia nie świeci', lang: 'pl' })).map(
      (one) => one.code,
    );
    expect(codes).not.toContain('oswietlenie');
    await db.category.update({ where: { code: 'oswietlenie' }, data: { active: true } });
  });
});

describe('places', () => {
  it('fills an area with the districts that were asked for, and none with none', async () => {
    const [west = 0, south = 0, east = 0, north = 0] =
      (await areaOfDistricts([1]))?.split(',').map(Number) ?? [];
    const middle = await districtCentroid(1);
    expect(middle?.lat).toBeGreaterThan(south);
    expect(middle?.lat).toBeLessThan(north);
    expect(middle?.lng).toBeGreaterThan(west);
    expect(middle?.lng).toBeLessThan(east);
    expect(east - west).toBeLessThan(0.1);
    expect(await areaOfDistricts([])).toBeNull();
    expect(await areaOfDistricts([98])).toBeNull();
  });

  it('knows where a point lies', async () => {
    expect(await districtOf(50.0617, 19.9373)).toBe(1);
    expect(await inTransaction((tx) => districtOf(50.0722, 20.0375, tx))).toBe(18);
    expect(await isInCity(52.23, 21.01)).toBe(false);
    expect(await distanceToCity(50.0617, 19.9373)).toBe(0);
    expect(await districtCentroid(1)).toEqual({ lat: 50.06314, lng: 19.94107 });
    expect(await listDistrictShapes()).toHaveLength(18);
  });

  it('answers inside a transaction from a cold start, with the connections of the pool all taken', async () => {
    const all = Array.from({ length: 8 }, () => inTransaction((tx) => districtOf(50.0617, 19.9373, tx)));
    expect(await Promise.all(all)).toEqual(Array(8).fill(1));
  });

  it('finds, completes and names', async () => {
    expect((await searchPlaces('Długa 12'))[0]).toMatchObject({
      label: 'Długa 12',
      type: 'address',
      district: 1,
    });
    expect((await completeAddress('zlotej jesieni 3'))[0]).toMatchObject({
      label: 'Osiedle Złotej Jesieni 3',
      lat: null,
    });
    expect(await nearestNamedPlace(50.0639, 19.9237)).toMatchObject({ label: 'AGH / UR', type: 'stop' });
    expect(await nearestNamedPlace(52.23, 21.01)).toBeNull();
  });
});

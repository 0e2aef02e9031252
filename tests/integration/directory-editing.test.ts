import { describe, expect, it } from 'vitest';
import { POST as save } from '#app/api/directory/[kind]/[id]/route.ts';
import { POST as create } from '#app/api/directory/[kind]/route.ts';
import { entriesOf } from '#components/staff/admin/field-entries.ts';
import { ROLES, type StaffActor } from '#lib/access/actor.ts';
import { saveRecord } from '#lib/directory/commands/save-record.ts';
import { getRecord, listRecords, newRecord } from '#lib/directory/editing/queries.ts';
import { RECORD_KINDS, type RecordDto, type RecordKind } from '#lib/directory/editing/record-dto.ts';
import { findCategory, listDepartments } from '#lib/directory/queries.ts';
import { db, inTransaction } from '#lib/platform/db.ts';
import { noticeRevision, raiseRevision } from '#lib/platform/revision.ts';
import { sweepThresholds } from '#lib/submissions/jobs/reach-threshold.ts';
import { staffCase } from '#lib/submissions/queries/staff-case.ts';
import { seedReference } from '#prisma/seed/reference.ts';
import { callRoute } from '#tests/factories/request.ts';
import { hire, staff } from '#tests/factories/staff.ts';
import { aSubmission, give } from '#tests/factories/submission.ts';

type Form = Record<string, string | string[]>;

/** The form of a record as its page is filled with it. */
function formOf({ fields, seen }: RecordDto): Form {
  const form: Form = { seen };
  for (const field of fields) {
    if (field.type === 'checks') form[field.name] = (field.value as string[]) ?? [];
    else for (const [name, value] of entriesOf(field)) if (value !== '') form[name] = value;
  }
  return form;
}

const recordOf = async (kind: RecordKind, id: string) => getRecord(await staff('admin'), kind, id, 'pl');

async function change(kind: RecordKind, id: string, fields: Form, as?: StaffActor) {
  const json = { ...formOf(await recordOf(kind, id)), ...fields };
  return callRoute(save, `/api/directory/${kind}/${id}`, {
    as: as ?? (await staff('admin')),
    params: { kind, id },
    json,
  });
}

const ofOne = async (kind: RecordKind) => {
  const { items } = await listRecords(await staff('admin'), kind, '', 'pl');
  return items[0]?.id ?? '';
};

async function aTemplate(): Promise<string> {
  const json = { name: 'Wzór', command: 'answer', pl: 'Dziękujemy, {{numer}}.', active: '1', position: '1' };
  const answer = await callRoute(create, '/api/directory/szablony', {
    as: await staff('kierownik'),
    params: { kind: 'szablony' },
    json,
  });
  expect(answer.status, await answer.clone().text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

describe('every kind of record', () => {
  it.each(RECORD_KINDS)(
    '%s: the form as it is filled in can be saved, and that changes nothing',
    async (kind) => {
      const id = kind === 'szablony' ? await aTemplate() : await ofOne(kind);
      const before = await db.auditEntry.count();
      const answer = await change(kind, id, {});
      expect(answer.status, await answer.text()).toBe(200);
      expect(await db.auditEntry.count()).toBe(before);
    },
  );

  it.each(RECORD_KINDS)(
    '%s: a change is saved with who, from what and to what, and stays edited',
    async (kind) => {
      const id = kind === 'szablony' ? await aTemplate() : await ofOne(kind);
      expect((await change(kind, id, { position: '77' })).status).toBe(200);
      const admin = await staff('admin');
      const entry = await db.auditEntry.findFirstOrThrow({
        where: { action: 'directory.changed' },
        orderBy: { id: 'desc' },
      });
      expect(entry).toMatchObject({ staffId: admin.id, data: { changes: { position: { to: 77 } } } });
      await seedReference();
      const { fields } = await recordOf(kind, id);
      expect(fields.find(({ name }) => name === 'position')?.value).toBe(77);
    },
  );

  it.each(RECORD_KINDS)('%s: whoever saves what was changed meanwhile is told', async (kind) => {
    const id = kind === 'szablony' ? await aTemplate() : await ofOne(kind);
    const stale = formOf(await recordOf(kind, id));
    await change(kind, id, { position: '78' });
    const answer = await callRoute(save, `/api/directory/${kind}/${id}`, {
      as: await staff('admin'),
      params: { kind, id },
      json: { ...stale, position: '79' },
    });
    expect([answer.status, await answer.json()]).toMatchObject([409, { current: { position: 78 } }]);
  });
});

describe('departments', () => {
  it('have a name in every language, a number as their place, and no circle of parents', async () => {
    const answer = await change('jednostki', 'ZDMK', {
      'name.uk': ' ',
      position: 'wysoko',
      email: 'drogi',
      parent: 'ZDMK',
    });
    const { errors } = (await answer.json()) as { errors: object };
    expect([answer.status, Object.keys(errors).sort()]).toEqual([422, ['email', 'name.uk', 'position']]);
    const circle = await change('jednostki', 'ZDMK', { parent: 'ZDMK' });
    expect(Object.keys(((await circle.json()) as { errors: object }).errors)).toEqual(['parent']);
  });

  it('are put out of use only when nothing uses them', async () => {
    const answer = await change('jednostki', 'ZDMK', { active: '' });
    expect(Object.keys(((await answer.json()) as { errors: object }).errors)).toEqual(['active']);
    const json = {
      code: 'NOWA-1',
      'name.pl': 'Nowa',
      'name.en': 'New',
      'name.uk': 'Нова',
      'scope.pl': 'Wszystko',
      position: '1',
      active: '1',
    };
    const made = await callRoute(create, '/api/directory/jednostki', {
      as: await staff('admin'),
      params: { kind: 'jednostki' },
      json,
    });
    expect(made.status).toBe(201);
    expect((await listDepartments('uk')).map(({ name }) => name)).toContain('Нова');
    expect((await change('jednostki', 'NOWA-1', { active: '' })).status).toBe(200);
    expect((await listDepartments('pl')).map(({ code }) => code)).not.toContain('NOWA-1');
    const twin = await callRoute(create, '/api/directory/jednostki', {
      as: await staff('admin'),
      params: { kind: 'jednostki' },
      json,
    });
    expect(twin.status).toBe(422);
  });
});

describe('categories', () => {
  it('out of use take no new cases; those there are can be read and finished', async () => {
    const filed = await aSubmission({ category: 'oswietlenie' });
    expect((await change('kategorie', 'oswietlenie', { active: '' })).status).toBe(200);
    expect(await findCategory('oswietlenie', 'pl')).toBeNull();
    await expect(aSubmission({ category: 'oswietlenie' })).rejects.toThrow();
    const consultant = await staff('infolinia');
    expect((await staffCase(consultant, filed.reference, 'pl')).category.code).toBe('oswietlenie');
    await give(filed, consultant, 'forward', { department: 'ZDMK' });
    expect((await change('kategorie', 'oswietlenie', { active: '1' })).status).toBe(200);
  });

  it('keep their kind and code whatever the form says', async () => {
    await change('kategorie', 'dziura-w-jezdni', {
      kind: 'IDEA',
      code: 'inny',
      'name.pl': 'Dziura w drodze',
    });
    expect(await findCategory('dziura-w-jezdni', 'pl')).toMatchObject({
      kind: 'PROBLEM',
      name: 'Dziura w drodze',
    });
  });
});

describe('how many people an idea needs', () => {
  const threshold = (id: string) =>
    db.category.findUniqueOrThrow({ where: { code: id } }).then((row) => row.supportThreshold);

  it('is asked of ideas alone, changed, and emptied to what is usual', async () => {
    const names = async (id: string) => (await recordOf('kategorie', id)).fields.map(({ name }) => name);
    expect(await names('pomysl-inny')).toContain('supportThreshold');
    expect(await names('kosz')).not.toContain('supportThreshold');
    expect((await change('kategorie', 'pomysl-inny', { supportThreshold: '3' })).status).toBe(200);
    expect(await threshold('pomysl-inny')).toBe(3);
    await seedReference();
    expect(await threshold('pomysl-inny')).toBe(3);
    expect((await change('kategorie', 'pomysl-inny', { supportThreshold: '' })).status).toBe(200);
    expect(await threshold('pomysl-inny')).toBeNull();
  });

  it.each([
    ['pomysl-inny', '0'],
    ['pomysl-inny', 'dużo'],
    ['pomysl-inny', '800001'],
    ['kosz', '3'],
  ])('of %s is never %s', async (id, supportThreshold) => {
    const answer = await change('kategorie', id, { supportThreshold });
    const { errors } = (await answer.json()) as { errors: object };
    expect([answer.status, Object.keys(errors)]).toEqual([422, ['supportThreshold']]);
    expect(await threshold(id)).toBeNull();
  });

  it('lowered below those there are, tells the idea at the next round', async () => {
    const idea = await aSubmission({ kind: 'IDEA', category: 'pomysl-kultura' });
    await give(idea, await staff('infolinia'), 'publish', { title: 'Kino', text: 'Kino pod chmurką.' });
    await db.submission.update({ where: { id: idea.id }, data: { supportCount: 4 } });
    expect(await sweepThresholds()).toBe(0);
    await change('kategorie', 'pomysl-kultura', { supportThreshold: '4' });
    expect(await sweepThresholds()).toBe(1);
    await change('kategorie', 'pomysl-kultura', { supportThreshold: '' });
  });
});

describe('procedure cards', () => {
  it('keep as many lines in every language, and say when they were checked', async () => {
    const id = await ofOne('karty');
    const short = await change('karty', id, { 'content.steps.uk': 'Лише один крок' });
    expect(Object.keys(((await short.json()) as { errors: object }).errors)).toContain('content.steps.uk');
    expect((await change('karty', id, { verifiedAt: '2026-11-20' })).status).toBe(200);
    expect(await db.procedure.findUnique({ where: { code: id } })).toMatchObject({
      verifiedAt: new Date('2026-11-19T23:00:00Z'),
    });
    expect((await recordOf('karty', id)).fields.find(({ name }) => name === 'verifiedAt')?.value).toBe(
      '2026-11-20',
    );
  });

  it('lose a question whose fields were emptied', async () => {
    const id = await ofOne('karty');
    const question = (n: number, text: string) =>
      Object.fromEntries(
        ['question', 'answer'].flatMap((part) =>
          ['pl', 'en', 'uk'].map((code) => [`content.questions.${n}.${part}.${code}`, text]),
        ),
      );
    expect((await change('karty', id, { ...question(0, 'Tak?'), ...question(5, 'Nie?') })).status).toBe(200);
    const kept = async () =>
      ((await db.procedure.findUniqueOrThrow({ where: { code: id } })).content as { questions: object[] })
        .questions;
    const before = (await kept()).length;
    expect((await change('karty', id, question(0, ''))).status).toBe(200);
    expect(await kept()).toHaveLength(before - 1);
  });
});

describe('what other processes hold in memory', () => {
  it('is old within a second or two of a change', async () => {
    expect((await findCategory('dziura-w-jezdni', 'en'))?.name).not.toBe('Changed elsewhere');
    await inTransaction(async (tx) => {
      await tx.category.update({
        where: { code: 'dziura-w-jezdni' },
        data: { name: { pl: 'Zmienione', en: 'Changed elsewhere', uk: 'Змінено' } },
      });
      await raiseRevision(tx, 'directory');
    });
    await expect
      .poll(async () => (await findCategory('dziura-w-jezdni', 'en'))?.name, { timeout: 3000 })
      .toBe('Changed elsewhere');
    noticeRevision('directory');
  });
});

describe('who may edit what', () => {
  const MAY: Record<RecordKind, string[]> = {
    jednostki: ['ADMINISTRATOR'],
    kategorie: ['ADMINISTRATOR'],
    instytucje: ['ADMINISTRATOR'],
    szablony: ['ADMINISTRATOR', 'SUPERVISOR'],
    karty: ['ADMINISTRATOR', 'SUPERVISOR'],
  };

  it.each(ROLES)('%s', async (role) => {
    const actor = await hire(role, ['OFFICER', 'LEAD'].includes(role) ? 'ZDMK' : null);
    const refused = async (work: Promise<unknown>) =>
      work.then(
        () => false,
        (error: { code?: string }) => error.code === 'FORBIDDEN',
      );
    for (const kind of RECORD_KINDS) {
      const expected = !MAY[kind].includes(role);
      const save = { kind, id: 'nothing', submitted: {}, requestId: 'a' };
      expect(await refused(saveRecord(actor, save)), `${kind} save`).toBe(expected);
      expect(await refused(saveRecord(actor, { ...save, id: null })), `${kind} new`).toBe(expected);
      expect(await refused(listRecords(actor, kind, '', 'pl')), `${kind} list`).toBe(expected);
      expect(await refused(newRecord(actor, kind, 'pl')), `${kind} form`).toBe(expected);
      expect(await refused(getRecord(actor, kind, 'nothing', 'pl')), `${kind} read`).toBe(expected);
    }
  });
});

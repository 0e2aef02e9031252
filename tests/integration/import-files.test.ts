import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { db } from '#lib/platform/db.ts';
import { stateOf } from '#lib/submissions/record.ts';
import { ROOT } from '#scripts/paths.ts';
import { IMPORT_FIXTURES, importFile } from '#tests/factories/import-files.ts';
import { replay } from '#tests/factories/replay.ts';

const fixture = (name: string) => path.join(IMPORT_FIXTURES, name);
const folder = mkdtempSync(path.join(tmpdir(), 'kontakt-import-'));

const caseOf = (externalId: string) =>
  db.submission.findFirstOrThrow({
    where: { externalId },
    include: { events: { orderBy: { id: 'asc' } }, assignments: true, places: true, messages: true },
  });

describe('an American export that nobody prepared', () => {
  it('comes in by its own headers, the month first, in its own categories', async () => {
    const { counts, said, refused, summary } = await importFile(fixture('american-311.csv'));
    expect(counts).toEqual({ rows: 8, added: 5, known: 0, changed: 0, refused: 3 });
    expect(refused).toEqual([
      '7,59893776,There is no date of receipt.,',
      '8,59893771,An earlier row has the same number.,line 2',
      '9,59893777,The date of receipt is not a date.,13/45/2025 07:30:00 AM',
    ]);
    expect(summary).toBe('Of 8 rows 5 came in from "american-311", 3 refused.');
    expect(said.join('\n')).toContain(
      'Dates of "received": the month first (3 dates can be read in no other way',
    );
    expect(await caseOf('59893771')).toMatchObject({
      reference: 'KRK-2024-000001',
      receivedAt: new Date('2024-12-31T13:05:00Z'),
      resolvedAt: new Date('2025-01-03T09:15:00Z'),
      categoryCode: 'dziura-w-jezdni',
      districtNumber: 1,
      text: 'Street Condition: Pothole',
      places: [{ lat: 50.06932, lng: 19.93795, address: 'DLUGA 12', precision: 'EXACT' }],
    });
  });

  it('leaves out points beyond the city, and marks what names a person', async () => {
    const [far] = (await caseOf('59893774')).places;
    expect(far).toMatchObject({ lat: null, lng: null, address: '350 5 AVENUE', districtNumber: null });
    const named = await caseOf('59893775');
    expect(named.messages).toMatchObject([{ visibility: 'INTERNAL', role: 'EXPLANATION' }]);
    expect(named.resolvedAt).toEqual(named.receivedAt);
  });
});

describe('a Polish spreadsheet in the old encoding', () => {
  it('comes in with its letters, decimal commas, and units by name, and without those who reported', async () => {
    const { counts, said, refused } = await importFile(fixture('polish-spreadsheet.csv'));
    expect(counts).toMatchObject({ added: 4, refused: 2 });
    expect(said.join('\n')).toMatch(/written in windows-1250[\s\S]*never read.*Imię i nazwisko, Telefon/);
    expect(refused).toEqual([
      '7,Z/2023/00021,The date of receipt is not a date.,31.04.2023 12:00',
      '8,,The row has no number of its own.,',
    ]);
    expect(await caseOf('Z/2023/00017')).toMatchObject({
      receivedAt: new Date('2023-04-03T06:12:00Z'),
      text: 'Głęboka dziura tuż za przejściem, już trzecia w tym roku.',
      departmentCode: 'ZDMK',
      outcome: 'FIXED',
      places: [{ lat: 50.06932, address: 'Długa 12' }],
      messages: [{ text: 'Dziurę wypełniono masą na gorąco.' }],
    });
    expect(await caseOf('Z/2023/00018')).toMatchObject({
      outcome: 'DECLINED',
      districtNumber: 11,
      places: [{ lat: null, precision: 'DESCRIBED', districtNumber: 11 }],
    });
    expect(await caseOf('Z/2023/00019')).toMatchObject({ status: 'IN_PROGRESS', departmentCode: 'MPO' });
    expect(await caseOf('Z/2023/00020')).toMatchObject({ status: 'RECEIVED', categoryCode: 'inny-problem' });
    expect(await db.contact.count()).toBe(0);
  });
});

describe('a tab-separated file with its columns in disorder', () => {
  it('comes in: seconds since 1970, both coordinates in one cell, quotation marks as text', async () => {
    const { counts, refused } = await importFile(fixture('mixed-columns.tsv'));
    expect(counts).toMatchObject({ added: 4, refused: 2 });
    expect(refused[0]).toContain('6,1005,There is neither a text nor a category.');
    expect(refused[1]).toContain('7,1006,The row has more cells than the header');
    expect(await caseOf('1001')).toMatchObject({
      text: '12" rura wystaje z chodnika',
      receivedAt: new Date('2024-03-05T13:05:00Z'),
      resolvedAt: new Date('2024-03-08T13:00:00Z'),
      places: [{ lat: 50.06932, lng: 19.93795 }],
    });
    expect((await caseOf('1002')).text).toBe('"Pod Lipami" sklep: kosz pełny');
    expect(await caseOf('1004')).toMatchObject({ outcome: 'DUPLICATE', status: 'CLOSED' });
  });
});

describe('any of them', () => {
  it('has histories that replay, and changes nothing the second time', async () => {
    const every = await db.submission.findMany({
      include: { events: { orderBy: { id: 'asc' } }, assignments: true },
    });
    expect(every).toHaveLength(13);
    for (const one of every) {
      const open = one.assignments.find(({ endedAt }) => endedAt === null)?.departmentCode ?? null;
      expect(replay(one), one.externalId ?? '').toEqual(stateOf(one, open));
    }
    const { counts, summary } = await importFile(fixture('mixed-columns.tsv'));
    expect(counts).toMatchObject({ added: 0, known: 4, refused: 2 });
    expect(summary).toContain('4 were here already');
    expect(await db.submission.count()).toBe(13);
  });

  it('is only looked at in a dry run', async () => {
    const { counts, summary } = await importFile(fixture('mixed-columns.tsv'), [
      '--dry-run',
      '--source',
      'new',
    ]);
    expect(counts.added).toBe(4);
    expect(summary).toContain('4 would come in from "new"');
    expect(await db.submission.count()).toBe(13);
  });

  it('is read as a person says, where that is said', async () => {
    const file = path.join(folder, 'odd.csv');
    const mapping = path.join(folder, 'odd.json');
    writeFileSync(file, 'a,b,c,d,e\n7,02/03/2024,co tam,X,gotowe\n');
    writeFileSync(
      mapping,
      JSON.stringify({
        columns: { id: 'a', category: 'd', status: 'e' },
        categories: { X: 'kosz' },
        statuses: { gotowe: 'NO_FAULT_FOUND' },
        values: { language: 'en', department: 'MPO' },
        dates: 'month-first',
      }),
    );
    const args = ['--map', mapping, '--column', 'received=b', '--column', 'text=#3'];
    expect((await importFile(file, args)).counts).toMatchObject({ added: 1 });
    expect(await caseOf('7')).toMatchObject({
      receivedAt: new Date('2024-02-02T23:00:00Z'),
      categoryCode: 'kosz',
      outcome: 'NO_FAULT_FOUND',
      departmentCode: 'MPO',
      locale: 'en',
      text: 'co tam',
    });
  });

  it.each([
    [['--column', 'received=Nie ma'], 'There is no column "Nie ma"'],
    [['--column', 'nonsense=a'], 'columns: Unrecognized key: "nonsense"'],
    [['--set', 'received'], 'should look like field=value'],
    [['--dates', 'backwards'], 'dates: '],
    [['--colour', 'red'], "Unknown option '--colour'"],
  ])('says what is wrong with %j', async (args, message) => {
    await expect(importFile(fixture('mixed-columns.tsv'), args)).rejects.toThrow(message);
  });

  it('says which columns there are when the date of receipt is not among them', async () => {
    const file = path.join(folder, 'dateless.csv');
    writeFileSync(file, 'a,opis\n1,Dziura\n');
    await expect(importFile(file)).rejects.toThrow(
      'There is no column with the date of receipt. The file has: a, opis.',
    );
  });
});

describe('a run that is killed in the middle', () => {
  const ROWS = 6000;
  const run = (file: string) =>
    spawn(process.execPath, ['--conditions=react-server', 'scripts/import.ts', file, '--source', 'killed'], {
      cwd: ROOT,
      env: process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  it('goes on where it stopped, and does nothing twice', async () => {
    const file = path.join(folder, 'many.csv');
    const rows = Array.from(
      { length: ROWS },
      (_, i) => `${i},2024-05-${String((i % 28) + 1).padStart(2, '0')},Kosz ${i},kosz`,
    );
    writeFileSync(file, `id,data,opis,kategoria\n${rows.join('\n')}\n`);
    const first = run(file);
    const firstEnd = new Promise((resolve) => first.once('exit', resolve));
    first.stderr.once('data', () => first.kill('SIGKILL'));
    await firstEnd;
    const kept = await db.submission.count({ where: { source: 'killed' } });
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(ROWS);
    // Whole batches only: each case with its place in the history.
    expect(await db.event.count({ where: { type: 'file', submission: { source: 'killed' } } })).toBe(kept);

    const second = run(file);
    let said = '';
    second.stdout.on('data', (text) => {
      said += text;
    });
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
    expect(said).toContain(
      `Of ${ROWS} rows ${ROWS - kept} came in from "killed", ${kept} were here already.`,
    );
    expect(await db.submission.count({ where: { source: 'killed' } })).toBe(ROWS);
    const references = await db.submission.findMany({
      where: { source: 'killed' },
      select: { reference: true },
    });
    expect(new Set(references.map(({ reference }) => reference)).size).toBe(ROWS);
  }, 60_000);
});

describe('a register that says no kinds', () => {
  it('is one of problems: a group that is called as a category of ideas is no idea', async () => {
    const file = path.join(folder, 'register.csv');
    const rows = [
      'Nr sprawy;Data zgłoszenia;Godz.;Treść zgłoszenia;Kategoria;Ulica i nr;Status;Data zamknięcia',
      'B/1;05.02.2024;14:05;Dziura w jezdni przy przejściu;Drogi i chodniki;ul. Długa 12;zamknięte;12.02.2024',
      'B/2;06.02.2024;9:10;Nieskoszony trawnik;Zieleń;Planty;w toku;',
    ];
    writeFileSync(file, `${rows.join('\r\n')}\r\n`);
    expect((await importFile(file)).counts).toMatchObject({ added: 2, refused: 0 });
    expect(await caseOf('B/1')).toMatchObject({
      kind: 'PROBLEM',
      categoryCode: 'dziura-w-jezdni',
      receivedAt: new Date('2024-02-05T13:05:00Z'),
      places: [{ address: 'ul. Długa 12' }],
    });
    expect(await caseOf('B/2')).toMatchObject({ kind: 'PROBLEM', categoryCode: 'koszenie' });
  });
});

describe('a text that is too long', () => {
  it('comes in cut before a sign that would be halved, and the others with it', async () => {
    const file = path.join(folder, 'emoji.csv');
    const long = `${'Dziura '.repeat(714)}A🐢🐢`;
    writeFileSync(file, `id;data;opis\nż-1;2024-03-04;${long}\nż-2;2024-03-04;Dziura\n`);
    const { counts } = await importFile(file);
    expect(counts).toMatchObject({ added: 2, refused: 0 });
    expect((await caseOf('ż-1')).text).toBe(long.slice(0, 4999));
  });
});

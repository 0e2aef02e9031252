import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { detectDelimiter } from './dialect.ts';
import { detectEncoding } from './encoding.ts';
import { openTable, tableRows } from './records.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kontakt-reading-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string | Uint8Array): string {
  const file = path.join(folder, `${Math.random()}.csv`);
  writeFileSync(file, content);
  return file;
}

async function read(content: string) {
  const table = await openTable(fileOf(content), {});
  const rows = [];
  for await (const row of tableRows(table)) rows.push(row);
  return { headers: table.headers, delimiter: table.delimiter, quoted: table.quoted, rows };
}

const bytes = (...codes: number[]) => Uint8Array.from(codes);
const text = (letters: number[]) => bytes(...[...'opis\n'].map((sign) => sign.charCodeAt(0)), ...letters);

describe('the encoding', () => {
  it.each([
    ['UTF-8', text([0xc4, 0x85]), 'utf-8'],
    ['UTF-8 by its mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'utf-8'],
    ['UTF-16 by its mark', bytes(0xff, 0xfe, 0x61, 0x00), 'utf-16le'],
    ['Windows-1250 by ą, ś, ź', text([0xb9, 0x9c, 0x9f, 0xea]), 'windows-1250'],
    ['ISO 8859-2 by ą, ś, ź', text([0xb1, 0xb6, 0xbc, 0xea]), 'iso-8859-2'],
    ['Windows-1250 when no letter tells', text([0xea]), 'windows-1250'],
  ])('%s', async (_title, content, expected) => {
    expect(await detectEncoding(fileOf(content))).toBe(expected);
  });

  it('takes a foreign letter for what it is, also after a long beginning without one', async () => {
    const late = Buffer.concat([Buffer.from(`${'a,b\n'.repeat(60_000)}`), Buffer.from([0xb1, 0x0a])]);
    expect(await detectEncoding(fileOf(late))).toBe('iso-8859-2');
  });
});

describe('the delimiter', () => {
  it.each([
    [',', 'a,b,c\n1,"x;y;z;w;v;u",3\n'],
    [';', 'a;b\n"1,2,3";4,5\n'],
    ['\t', 'a\tb\n1\tx, y, z\n'],
    ['|', 'a|b|c\n1|2|3\n'],
  ])('%j', (expected, start) => {
    expect(detectDelimiter(start)).toBe(expected);
  });
});

describe('the rows', () => {
  it('have the lines in which they begin, over line ends in cells, empty lines and a hint for spreadsheets', async () => {
    const { headers, rows } = await read('sep=;\r\nid;opis\r\n1;"a\r\nb"\r\n\r\n2;"x ""y"" z"\r\n');
    expect(headers).toEqual(['id', 'opis']);
    expect(rows).toEqual([
      { line: 3, cells: ['1', 'a\nb'] },
      { line: 6, cells: ['2', 'x "y" z'] },
    ]);
  });

  it('take quotation marks as text where they are only that', async () => {
    const { quoted, rows } = await read('id\topis\n1\t"niezamknięty\n2\t12" rura\n');
    expect(quoted).toBe(false);
    expect(rows.map(({ cells }) => cells[1])).toEqual(['"niezamknięty', '12" rura']);
  });

  it('end where a quotation mark is never closed', async () => {
    const { rows } = await read('id;a;b\n1;"x;y";z\n2;"nie;ma;końca\n3;a;b\n');
    expect(rows).toEqual([
      { line: 2, cells: ['1', 'x;y', 'z'] },
      { line: 3, cells: [], broken: true },
    ]);
  });

  it('nothing is in an empty file', async () => {
    await expect(read('')).rejects.toThrow('There is nothing in');
  });
});

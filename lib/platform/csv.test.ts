import { describe, expect, it } from 'vitest';
import { csv, csvHeaders } from './csv.ts';

const lines = (text: string) => text.replace('\ufeff', '').split('\r\n');

describe('a table as CSV', () => {
  it('quotes what would break it, and says its encoding', () => {
    const text = csv([
      ['a,b', 'say "yes"', 'two\nlines', 'Łódź'],
      [1, -2.5, null, undefined],
    ]);
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(lines(text)).toEqual(['"a,b","say ""yes""","two\nlines",Łódź', '1,-2.5,,', '']);
  });

  it('parts by semicolons where numbers are written with a comma', () => {
    const text = csv(
      [
        ['a;b', 'c,d', 'e'],
        [0.875, -12, null],
      ],
      { decimal: ',' },
    );
    expect(lines(text)).toEqual(['"a;b";"c,d";e', '0,875;-12;', '']);
  });

  it.each(['=1+1', '+48 600', '-1', '@SUM(A1)', '\tx', '\rx'])('never lets a spreadsheet run %j', (text) => {
    expect(
      lines(csv([[text]]))[0]
        ?.replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  });

  it('has no header of its own making in its name', () => {
    expect(csvHeaders('a"\r\nx: y.csv')['content-disposition']).toBe('attachment; filename="a---x--y.csv"');
  });
});

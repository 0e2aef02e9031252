import { describe, expect, it } from 'vitest';
import { narrowing, queueQuery, readQueueFilter } from './staff-filter.ts';

const read = (query: Record<string, string | string[]>) => readQueueFilter(query, 'triage');

describe('a staff list in its address', () => {
  it('is the first list of the desk, by term, when the address says nothing', () => {
    expect(read({})).toMatchObject({ tab: 'new', sort: 'due', q: '', district: null });
    expect(readQueueFilter({}, 'department')).toMatchObject({ tab: 'today', sort: 'due' });
  });

  it('searches all lists unless it names one', () => {
    expect(read({ q: 'dziura' }).tab).toBe('all');
    expect(read({ q: 'dziura', tab: 'returned' }).tab).toBe('returned');
  });

  it('sorts what is over by its last change', () => {
    expect(read({ tab: 'ended' }).sort).toBe('changed');
    expect(read({ tab: 'ended', sort: 'oldest' }).sort).toBe('oldest');
  });

  it('reads back what it wrote', () => {
    const filter = read({
      tab: 'departments',
      q: 'ul. Długa & most',
      category: 'kosz',
      district: '7',
      department: 'ZDMK',
      status: 'FORWARDED',
      channel: 'PHONE',
      overdue: '1',
      findings: '1',
      unreleased: '1',
      sort: 'oldest',
    });
    expect(narrowing(filter)).toBe(8);
    expect(read(Object.fromEntries(new URLSearchParams(queueQuery(filter))))).toEqual(filter);
  });

  it('leaves out what goes without saying', () => {
    expect(queueQuery(read({ sort: 'due' }))).toBe('tab=new');
  });

  it.each([
    { tab: 'constructor' },
    { tab: 'today' },
    { district: '1e9' },
    { district: '-1' },
    { category: "kosz' OR 1=1" },
    { status: 'received' },
    { channel: ['FAX'] },
    { sort: 'random' },
    { overdue: 'true' },
  ] as Record<string, string | string[]>[])('does not believe %o', (query) => {
    expect(queueQuery(read(query))).toBe('tab=new');
  });

  it('takes the first of a repeated name, and not too much of anything', () => {
    expect(read({ category: ['kosz', 'graffiti'] }).category).toBe('kosz');
    expect(read({ q: 'a'.repeat(5_000) }).q).toHaveLength(200);
  });
});

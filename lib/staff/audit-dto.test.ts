import { describe, expect, it } from 'vitest';
import { auditSubject } from './audit-dto.ts';

const said = (subject: string | null, about: string | null = null) => auditSubject({ subject, about });

describe('what an entry of the audit is about', () => {
  it('is a kind of thing with its name, or with a short mark of its own', () => {
    expect(said('account:0b3ff1aa-0000-4000-8000-000000000000', 'Ewa')).toEqual({
      kind: 'account',
      mark: 'Ewa',
    });
    expect(said('person:9f86d081884c7d65')).toEqual({ kind: 'person', mark: '9f86d0' });
    expect(said('call:0b3ff1aa-0000-4000-8000-000000000000')).toEqual({ kind: 'call', mark: '0b3ff1' });
    expect(said('department:ZDMK')).toEqual({ kind: 'department', mark: 'ZDMK' });
  });

  it('is a number for a case, and nothing where there is nothing to say', () => {
    expect(said('KRK-2026-000001')).toEqual({ kind: null, mark: 'KRK-2026-000001' });
    const mail = '0b3ff1aa-0000-4000-8000-000000000000';
    expect([said(null), said('demo'), said(mail)]).toEqual([null, null, null]);
  });
});

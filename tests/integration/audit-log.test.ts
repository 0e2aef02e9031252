import { describe, expect, it } from 'vitest';
import { GET } from '#app/api/audit/route.ts';
import { ROLES } from '#lib/access/actor.ts';
import { cityDay, now } from '#lib/platform/clock.ts';
import { newId } from '#lib/platform/ids.ts';
import { readAuditFilter } from '#lib/staff/audit-dto.ts';
import { switchAccount } from '#lib/staff/commands/switch-account.ts';
import { readAudit } from '#lib/staff/queries/audit-log.ts';
import { viewContact } from '#lib/submissions/queries/staff-contact.ts';
import { callRoute } from '#tests/factories/request.ts';
import { hire, staff } from '#tests/factories/staff.ts';
import { aSubmission } from '#tests/factories/submission.ts';

const log = async (query: Record<string, string>, take?: number) =>
  readAudit(await staff('audyt'), readAuditFilter(query), take);

describe('the audit log', () => {
  it('finds who looked at whose data by case, person, action and day, page by page', async () => {
    const consultant = await staff('infolinia');
    const { reference } = await aSubmission({ email: 'kto@example.org' });
    for (let count = 0; count < 3; count += 1) await viewContact(consultant, reference, newId());
    const query = {
      sprawa: reference.toLowerCase(),
      kto: 'pokazowa',
      co: 'contact.viewed',
      dzien: cityDay(now()),
    };
    const first = await log(query, 2);
    const rest = await log({ ...query, po: first.next ?? '' }, 2);
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([2, 1, null]);
    expect(first.rows[0]).toMatchObject({ who: consultant.name, subject: reference });
    expect((await log({ ...query, dzien: '2020-01-01' })).rows).toEqual([]);
  });

  it('says whose account it was, not only its id', async () => {
    const [admin, person] = [await hire('ADMINISTRATOR'), await hire('CONSULTANT')];
    await switchAccount(admin, { id: person.id, to: 'disable', mail: false });
    const { rows } = await log({ co: 'account.disabled' });
    expect(rows[0]).toMatchObject({ subject: `account:${person.id}`, about: person.name });
  });

  it('comes as a file', async () => {
    const answer = await callRoute(GET, '/api/audit', { as: await staff('audyt') });
    expect([answer.headers.get('content-type'), (await answer.text()).includes('at,who,action')]).toEqual([
      'text/csv; charset=utf-8',
      true,
    ]);
    expect((await callRoute(GET, '/api/audit')).status).toBe(403);
  });

  it.each(ROLES)('is for an auditor and a supervisor: %s', async (role) => {
    const read = readAudit(await hire(role), readAuditFilter({}));
    if (['AUDITOR', 'SUPERVISOR'].includes(role)) await read;
    else await expect(read).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

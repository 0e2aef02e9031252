import { beforeAll, describe, expect, it } from 'vitest';
import { POST } from '#app/api/submissions/[reference]/[command]/route.ts';
import type { Actor } from '#lib/access/actor.ts';
import { ERROR_TABLE } from '#lib/platform/errors.ts';
import type { CommandInput } from '#lib/submissions/schema.ts';
import { COMMANDS, type Command } from '#lib/submissions/words.ts';
import { callRoute } from '#tests/factories/request.ts';
import { aSubmission, type Case } from '#tests/factories/submission.ts';
import { everybody, SITUATIONS } from './authorization/cases.ts';
import { type Ending, expected } from './authorization/expected.ts';
import { inputsFor } from './authorization/inputs.ts';
import { putBack, remember, type Snapshot } from './authorization/snapshot.ts';

const statusOf = (ending: Ending) => (ending === 'OK' ? 200 : ERROR_TABLE[ending].status);

/** The codes by which reporters prove who they are. */
type Codes = { own: string; other: string };

async function ask(
  actor: Actor,
  command: Command,
  input: object,
  { row }: Snapshot,
  codes: Codes,
): Promise<number> {
  const code = actor.type === 'reporter' && (actor.submissionId === row.id ? codes.own : codes.other);
  const response = await callRoute(POST, `/api/submissions/${row.reference}/${command}`, {
    params: { reference: row.reference, command },
    json: { ...input, version: row.version, ...(code && { code }) },
    ...(actor.type === 'staff' && { as: actor }),
  });
  return response.status;
}

describe.each(['a new problem', 'a problem forwarded', 'a resolved problem', 'a question forwarded'])(
  'over HTTP: %s',
  (name) => {
    let before: Snapshot;
    let people: Record<string, Actor>;
    let inputs: CommandInput;
    let codes: Codes;

    beforeAll(async () => {
      const submission = await (SITUATIONS[name] as () => Promise<Case>)();
      const { kind } = await remember(submission.reference).then(({ row }) => row);
      const other = await aSubmission({ kind });
      codes = { own: submission.code, other: other.code };
      people = await everybody(submission, other);
      inputs = await inputsFor(submission, other);
      before = await remember(submission.reference);
    });

    it.each([
      'a stranger',
      'its reporter',
      'the reporter of another',
      'a consultant',
      'a supervisor',
      'an officer of the department',
      'an officer of another department',
      'an auditor',
      'an administrator',
    ])('%s is answered as the tables say', async (who) => {
      const actor = people[who] as Actor;
      const found: string[] = [];
      for (const command of COMMANDS) {
        const input = inputs[command];
        const wanted = statusOf(expected(actor, command, input, before));
        const got = await ask(actor, command, input, before, codes);
        if (got === 200) await putBack(before);
        const ownObjection =
          got === 422 && wanted === 200 && ['forward', 'duplicate', 'link', 'unlink'].includes(command);
        if (got !== wanted && !ownObjection) found.push(`${command}: ${got} instead of ${wanted}`);
      }
      expect(found).toEqual([]);
    });
  },
);

describe('a command over HTTP', () => {
  it('that there is not, or on a case that there is not, is not found', async () => {
    const { reference } = await aSubmission();
    for (const params of [
      { reference, command: 'erase' },
      { reference, command: '__proto__' },
      { reference: 'KRK-2026-999999', command: 'note' },
      { reference: "' OR 1=1", command: 'note' },
    ]) {
      const response = await callRoute(POST, '/api/submissions/x/y', { params, json: { note: 'a' } });
      expect([params, response.status]).toEqual([params, 404]);
    }
  });

  it('from another site is refused whoever is signed in there', async () => {
    const { reference } = await aSubmission();
    const { 'a consultant': actor } = await everybody(await aSubmission(), await aSubmission());
    for (const headers of [{ origin: 'https://elsewhere.example' }, { origin: 'null' }]) {
      const response = await callRoute(POST, `/api/submissions/${reference}/note`, {
        params: { reference, command: 'note' },
        form: { note: 'Cudza.' },
        headers,
        ...(actor?.type === 'staff' && { as: actor }),
      });
      expect(response.status).toBe(403);
    }
  });

  it('with a code that is nobody’s is answered as to a stranger', async () => {
    const submission = await aSubmission({ kind: 'QUESTION' });
    const { reference } = submission;
    const params = { reference, command: 'withdraw' };
    const json = { version: 1, code: '0000-0000-0000-0' };
    expect((await callRoute(POST, '/api/submissions', { params, json })).status).toBe(404);
  });
});

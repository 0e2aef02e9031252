import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/access/actor.ts';
import { AppError } from '#lib/platform/errors.ts';
import type { CommandInput } from '#lib/submissions/schema.ts';
import { transition } from '#lib/submissions/transition.ts';
import { COMMANDS, type Command } from '#lib/submissions/words.ts';
import { aSubmission, type Case } from '#tests/factories/submission.ts';
import { everybody, SITUATIONS } from './authorization/cases.ts';
import { type Ending, expected } from './authorization/expected.ts';
import { inputsFor } from './authorization/inputs.ts';
import { putBack, remember, type Snapshot } from './authorization/snapshot.ts';

/** A department forwards to sister units only, and names as another case only what it may read. */
const OWN_OBJECTIONS: readonly Command[] = ['forward', 'duplicate', 'link', 'unlink'];

async function ending(
  actor: Actor,
  command: Command,
  input: CommandInput[Command],
  { row }: Snapshot,
): Promise<Ending> {
  try {
    const version = actor.type === 'system' ? undefined : row.version;
    await transition({ actor, reference: row.reference, command, input, version });
    return 'OK';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe.each(Object.keys(SITUATIONS))('%s', (name) => {
  let before: Snapshot;
  let other: Case;
  let people: Record<string, Actor>;
  let inputs: CommandInput;

  beforeAll(async () => {
    const submission = await (SITUATIONS[name] as () => Promise<Case>)();
    const { kind } = await remember(submission.reference).then(({ row }) => row);
    other = await aSubmission({ kind });
    people = await everybody(submission, other);
    inputs = await inputsFor(submission, other);
    before = await remember(submission.reference);
  });

  async function differences(who: string): Promise<string[]> {
    const actor = people[who];
    if (!actor) throw new Error(`nobody is ${who}`);
    const found: string[] = [];
    for (const command of COMMANDS) {
      const input = inputs[command];
      const wanted = expected(actor, command, input, before);
      const got = await ending(actor, command, input, before);
      if (got === 'OK') await putBack(before);
      const mayObject = got === 'INVALID' && wanted === 'OK' && OWN_OBJECTIONS.includes(command);
      if (got !== wanted && !(mayObject && actor.type === 'staff' && actor.department))
        found.push(`${command}: ${got} instead of ${wanted}`);
    }
    return found;
  }

  it.each([
    'a stranger',
    'its reporter',
    'the reporter of another',
    'a consultant',
    'a supervisor',
    'an officer of the department',
    'an officer of another department',
    'an officer of no department',
    'the lead of the department',
    'the lead of another department',
    'an auditor',
    'an administrator',
    'an auditor who was in the department',
    'the worker',
  ])('%s gives the commands that the tables grant, and no other', async (who) => {
    expect(await differences(who)).toEqual([]);
  });

  it('nobody is left out', () => {
    expect(Object.keys(people)).toHaveLength(14);
  });
});

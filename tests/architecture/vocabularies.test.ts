import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { partyOf, ROLES, type Role } from '#lib/access/actor.ts';
import { can } from '#lib/access/can.ts';
import { CASE_COMMANDS, GRANTS, OTHER_PERMISSIONS } from '#lib/access/permissions.ts';
import { CALL_OUTCOMES } from '#lib/calls/words.ts';
import {
  CHANNELS,
  KINDS,
  OUTCOMES,
  PLACE_SOURCES,
  PRECISIONS,
  STATUSES,
  WAITING_ON,
} from '#lib/submissions/words.ts';
import { WORKFLOW } from '#lib/submissions/workflow-table.ts';
import { ROOT } from '#scripts/paths.ts';

const schema = readFileSync(path.join(ROOT, 'prisma', 'schema.prisma'), 'utf8');

/** The words of an enum of the database, in its order. */
function wordsOf(name: string, text = schema): string[] {
  const body = new RegExp(`^enum ${name} \\{([^}]*)\\}`, 'm').exec(text)?.[1] ?? '';
  return [...body.matchAll(/^\s*([A-Z_]+)\s*$/gm)].flatMap(([, word]) => word ?? []);
}

describe('the database and the program use the same words', () => {
  it.each([
    ['Kind', KINDS],
    ['Status', STATUSES],
    ['WaitingOn', WAITING_ON],
    ['Outcome', OUTCOMES],
    ['Channel', CHANNELS],
    ['Precision', PRECISIONS],
    ['PlaceSource', PLACE_SOURCES],
    ['Role', ROLES],
    ['CallOutcome', CALL_OUTCOMES],
  ])('%s', (name, words) => {
    expect(wordsOf(name)).toEqual([...words]);
  });

  it('a word that only one of them has would be noticed', () => {
    expect(wordsOf('Kind', 'enum Kind {\n  PROBLEM\n  IDEA\n\n  @@schema("public")\n}')).toEqual([
      'PROBLEM',
      'IDEA',
    ]);
  });

  it('moments are kept with their time zone, calendar days without', () => {
    const fields = schema.split('\n').filter((line) => /^\s+\w+\s+DateTime\b/.test(line));
    expect(fields.length).toBeGreaterThan(10);
    expect(fields.filter((line) => !/@db\.(Timestamptz\(3\)|Date)(\s|$)/.test(line))).toEqual([]);
  });
});

/** The party that a kind of actor speaks for; null for one that gives no commands. */
function party(who: keyof typeof GRANTS) {
  if (who === 'ANONYMOUS') return null;
  if (who === 'REPORTER') return partyOf({ type: 'reporter', submissionId: 'a' });
  if (who === 'SYSTEM') return partyOf({ type: 'system' });
  return partyOf({ type: 'staff', id: 'a', name: 'a', role: who, department: 'ZDMK' });
}

const everybody = Object.keys(GRANTS) as (keyof typeof GRANTS)[];

describe('the policy and the workflow agree', () => {
  it('every command of the policy has a row in the workflow, and every row a permission', () => {
    expect(Object.keys(WORKFLOW).sort()).toEqual([...CASE_COMMANDS].sort());
  });

  it.each(CASE_COMMANDS)('%s may be given by exactly those whom the workflow lets give it', (command) => {
    const granted = everybody.filter((who) => GRANTS[who][`case.${command}`]);
    const parties = new Set(granted.map(party));
    expect([...parties].sort()).toEqual([...WORKFLOW[command].by].sort());
  });

  it('nobody is granted what is not a permission', () => {
    const known = [...CASE_COMMANDS.map((command) => `case.${command}`), ...OTHER_PERMISSIONS] as string[];
    const given = everybody.flatMap((who) => Object.keys(GRANTS[who]));
    expect(given.filter((permission) => !known.includes(permission))).toEqual([]);
  });

  it('whoever is not known may read what is public, support it and file, and nothing else', () => {
    expect(GRANTS.ANONYMOUS).toEqual({
      'case.read': 'public',
      'case.support': 'public',
      'submission.file': 'always',
      'figures.read': 'always',
    });
  });

  it('auditor and administrator change no case', () => {
    for (const role of ['AUDITOR', 'ADMINISTRATOR'] satisfies Role[]) {
      const facts = { id: 'a', kind: 'PROBLEM', assigned: 'ZDMK', department: 'ZDMK' } as const;
      const actor = { type: 'staff', id: 'a', name: 'a', role, department: 'ZDMK' } as const;
      expect(CASE_COMMANDS.filter((command) => can(actor, `case.${command}`, facts))).toEqual([]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { COMMANDS } from '#lib/submissions/words.ts';
import { WORKFLOW } from '#lib/submissions/workflow-table.ts';
import { type EventFacts, planNotifications, type Recipients } from './plan.ts';
import { LINK_EVENT, RESIDENT_TEMPLATES, residentTemplate } from './templates.ts';

const AT = new Date('2026-11-22T15:20:23.456Z');
const HOLD = 20;

const event = (type: string, facts: Partial<EventFacts> = {}): EventFacts => ({
  type,
  at: AT,
  actorKind: 'STAFF',
  submissionId: 'own',
  channel: 'WEB',
  ...facts,
});

const reporter = { submissionId: 'own', mailbox: 'box of own' };
const neighbour = { submissionId: 'next', mailbox: 'box of next' };
const everybody: Recipients = { reporter, followers: [neighbour], department: 'ZDMK' };

const keys = (facts: EventFacts, recipients: Recipients = everybody) =>
  planNotifications(facts, recipients, HOLD).map(({ recipientKey }) => recipientKey);

describe('which notifications an event yields', () => {
  it('confirms a new case at once, and tells nobody else of it', () => {
    expect(planNotifications(event('file', { actorKind: 'REPORTER' }), everybody, HOLD)).toEqual([
      { recipient: 'REPORTER', recipientKey: 'own', template: 'received', sendAfter: AT },
    ]);
  });

  it('sends nothing for cases that are imported', () => {
    expect(keys(event('file', { channel: 'IMPORT' }))).toEqual([]);
  });

  it('has a mail for every word of the workflow table', () => {
    const told = COMMANDS.flatMap((command) => WORKFLOW[command].tells ?? []);
    expect(told.filter((template) => !RESIDENT_TEMPLATES.some((known) => known === template))).toEqual([]);
  });

  it.each(['return', 'close', 'edit', 'reply', 'correct', 'release', 'hide', 'note', 'invented'])(
    'is silent about %s',
    (type) => {
      expect(residentTemplate(type)).toBeNull();
      expect(keys(event(type))).toEqual([]);
    },
  );

  it('tells those who were carried over from a duplicate, once each', () => {
    expect(keys(event('resolve'))).toEqual(['own', 'next']);
  });

  it('writes once to a person with two cases', () => {
    const twice = { ...everybody, followers: [{ ...neighbour, mailbox: reporter.mailbox }] };
    expect(keys(event('resolve'), twice)).toEqual(['own']);
  });

  it.each(['ask', 'remind', LINK_EVENT])('keeps %s between the city and the reporter', (type) => {
    expect(keys(event(type))).toEqual(['own']);
  });

  it('still tells those who follow when the reporter left no address', () => {
    expect(keys(event('take'), { ...everybody, reporter: null })).toEqual(['next']);
  });

  it.each([
    ['forward', 'newCase'],
    ['object', 'reopenedCase'],
  ])('tells the department of %s by %s', (type, template) => {
    const toUnit = planNotifications(event(type), everybody, HOLD).filter(
      ({ recipient }) => recipient === 'DEPARTMENT',
    );
    expect(toUnit).toEqual([{ recipient: 'DEPARTMENT', recipientKey: 'ZDMK', template, sendAfter: AT }]);
  });

  it('writes to no department without an address', () => {
    expect(keys(event('forward'), { ...everybody, department: null })).toEqual(['own', 'next']);
  });
});

describe('when it is sent', () => {
  const due = (facts: EventFacts) => planNotifications(facts, everybody, HOLD)[0]?.sendAfter;

  it('what staff did waits, so that a slip can be put right', () => {
    expect(due(event('resolve'))).toEqual(new Date(AT.getTime() + HOLD * 1000));
  });

  it.each([
    ['withdraw', 'REPORTER'],
    ['object', 'REPORTER'],
    ['no-reply', 'SYSTEM'],
    [LINK_EVENT, 'SYSTEM'],
  ] as const)('%s by %s is told at once', (type, actorKind) => {
    expect(due(event(type, { actorKind }))).toEqual(AT);
  });
});

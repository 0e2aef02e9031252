import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, cityDay, now } from '#lib/platform/clock.ts';
import { fieldErrors } from '#lib/platform/http-request.ts';
import { growth } from '#tests/factories/cost.ts';
import { COMMAND_INPUT, tidyText } from './schema.ts';
import { COMMANDS, MAX_TEXT } from './words.ts';

const messagesOf = (command: (typeof COMMANDS)[number], input: unknown) => {
  const result = COMMAND_INPUT[command].safeParse(input);
  const errors = result.success ? {} : fieldErrors(result.error);
  return Object.entries(errors).flatMap(([field, keys]) => keys.map((key) => `${field}: ${key}`));
};

describe('tidying a text', () => {
  it.each([
    ['  dziura  ', 'dziura', 'blanks around it go'],
    ['a\r\nb\rc', 'a\nb\nc', 'all line ends become one kind'],
    ['z\u0307o\u0301łty', 'żółty', 'letters typed as two signs become one'],
    ['ul.\u0000 Długa\u0007\u007f', 'ul. Długa', 'control characters go'],
    ['ul.\u200b\ufeffDługa', 'ul.Długa', 'invisible characters go'],
    ['a\tb\n\nc', 'a\tb\n\nc', 'tabs and paragraphs stay'],
    ['👍🏽 „ładnie” – tak', '👍🏽 „ładnie” – tak', 'everything people really write stays'],
    [' \u0000 \n ', '', 'nothing visible is nothing'],
  ])('%j becomes %j: %s', (typed, expected) => {
    expect(tidyText(typed)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
        const once = tidyText(typed);
        expect(tidyText(once)).toBe(once);
      }),
    );
  });

  it('costs at most fifteen times as much for ten times the text', () => {
    expect(growth(' \u200b\r\n', tidyText)).toBeLessThan(15);
  });
});

describe('the input of a command', () => {
  it('is described for every command, and for nothing else', () => {
    expect(Object.keys(COMMAND_INPUT).sort()).toEqual([...COMMANDS].sort());
  });

  it('drops every key that it does not name', () => {
    const extra = {
      status: 'CLOSED',
      version: 9,
      id: 'x',
      departmentCode: 'zdmk',
      __proto__: { admin: true },
    };
    expect(COMMAND_INPUT.take.parse(extra)).toEqual({});
    expect(COMMAND_INPUT.note.parse({ ...extra, note: 'a' })).toEqual({ note: 'a' });
    expect(COMMAND_INPUT.forward.parse({ ...extra, department: 'zdmk' })).toEqual({ department: 'zdmk' });
  });

  it.each([
    ['forward', 'department: validation.departmentRequired'],
    ['return', 'reasonCode: validation.reasonRequired', 'reason: validation.returnReasonRequired'],
    ['plan', 'until: validation.date', 'explanation: validation.explanationRequired'],
    ['ask', 'question: validation.questionRequired'],
    ['reply', 'reply: validation.replyRequired'],
    ['resolve', 'outcome: validation.outcomeRequired', 'explanation: validation.explanationRequired'],
    ['answer', 'explanation: validation.answerRequired'],
    [
      'redirect',
      'institution: validation.institutionRequired',
      'explanation: validation.explanationRequired',
    ],
    [
      'decline',
      'reasonCode: validation.reasonRequired',
      'explanation: validation.explanationRequired',
      'alternative: validation.alternativeRequired',
    ],
    ['duplicate', 'of: validation.duplicateRequired'],
    ['edit', 'text: validation.textRequired'],
    ['object', 'objection: validation.objectionRequired'],
    ['hide', 'reasonCode: validation.reasonRequired'],
    ['note', 'note: validation.noteRequired'],
  ] as const)('%s left empty says what is missing at each field', (command, ...expected) => {
    expect(messagesOf(command, {})).toEqual(expected);
  });

  it('a text of blanks alone is a missing text', () => {
    expect(messagesOf('note', { note: ' \n\u200b ' })).toEqual(['note: validation.noteRequired']);
  });

  it('a text may be as long as the limit, and not one letter longer', () => {
    expect(messagesOf('edit', { text: 'ż'.repeat(MAX_TEXT) })).toEqual([]);
    expect(messagesOf('edit', { text: 'ż'.repeat(MAX_TEXT + 1) })).toEqual(['text: validation.tooLong']);
  });

  it.each(['2048-02-30', '2048-2-3', '30.02.2048', '2048-13-01', '0000-01-01', '9999-12-31', ''])(
    '%j is no day to plan for',
    (until) => {
      expect(messagesOf('plan', { until, explanation: 'a' })).toEqual(['until: validation.date']);
    },
  );

  it('a leap day is a day to plan for', () => {
    expect(messagesOf('plan', { until: '2048-02-29', explanation: 'a' })).toEqual([]);
  });

  it('today is a day to plan for, yesterday is not', () => {
    const today = cityDay(now());
    expect(messagesOf('plan', { until: today, explanation: 'a' })).toEqual([]);
    expect(messagesOf('plan', { until: addDays(today, -1), explanation: 'a' })).toEqual([
      'until: validation.datePast',
    ]);
  });

  it('an optional note left empty is no note', () => {
    expect(COMMAND_INPUT.forward.parse({ department: 'zdmk', note: '  ' })).toEqual({ department: 'zdmk' });
  });

  it('one photo of a form is a list of one, none is an empty list', () => {
    const id = '5b0e7f1c-3a64-4f0e-9a54-0a6f0d8b5a11';
    expect(COMMAND_INPUT.release.parse({ photos: id }).photos).toEqual([id]);
    expect(COMMAND_INPUT.release.parse({ photos: [id, id] }).photos).toEqual([id, id]);
    expect(COMMAND_INPUT.release.parse({}).photos).toEqual([]);
    expect(messagesOf('release', { photos: ['../../etc/passwd'] })).toHaveLength(1);
  });

  it('a corrected place keeps to the globe, and fields left empty are not corrected', () => {
    expect(COMMAND_INPUT.correct.parse({ lat: '50.06', lng: '19.94', category: '', district: '' })).toEqual({
      lat: 50.06,
      lng: 19.94,
    });
    expect(messagesOf('correct', { lat: '91', lng: '19' })).toHaveLength(1);
    expect(messagesOf('correct', { lat: 'NaN', lng: '19' })).toHaveLength(1);
  });
});

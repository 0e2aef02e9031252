import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth } from '#tests/factories/cost.ts';
import {
  fillReply,
  hasPlaceholder,
  replyTemplateInput,
  replyTextIn,
  unknownVariables,
} from './reply-schema.ts';

const TEMPLATE = { name: 'Naprawione', command: 'resolve', pl: 'Gotowe ({{adres}}).', active: '1' };

const problems = (change: object) => {
  const result = replyTemplateInput.safeParse({ ...TEMPLATE, ...change });
  return result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('a reply template', () => {
  it('is saved with the variables we know, and with no other', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ pl: 'Dla {{pesel}}' })).toEqual(['pl: validation.templateVariable']);
    expect(problems({ uk: '{{ }}' })).toEqual(['uk: validation.templateVariable']);
    expect(problems({ en: 'x {{constructor}} {{__proto__}}' })).toEqual(['en: validation.templateVariable']);
  });

  it('names a person only where nobody else reads it', () => {
    expect(problems({ pl: 'Dzień dobry, {{ imie }}' })).toEqual(['pl: validation.templateNamesPerson']);
    expect(problems({ pl: 'Dzień dobry, {{imie}}', command: 'ask' })).toEqual([]);
    expect(problems({ pl: 'Dzień dobry, {{imie}}', command: 'answer', kind: 'QUESTION' })).toEqual([]);
  });

  it('says what is missing, field by field', () => {
    expect(problems({ name: ' ', command: 'forward', pl: '' })).toEqual([
      'name: validation.templateName',
      'command: validation.templateCommand',
      'pl: validation.templateText',
    ]);
  });

  it('is Polish where it has no translation, and says so', () => {
    expect(replyTextIn({ pl: 'Tak', en: 'Yes' }, 'en')).toEqual({ text: 'Yes', locale: 'en' });
    expect(replyTextIn({ pl: 'Tak', en: 'Yes' }, 'uk')).toEqual({ text: 'Tak', locale: 'pl' });
  });
});

describe('filling in', () => {
  it('puts values where their names stand, and leaves standing what is not known', () => {
    expect(
      fillReply('{{numer}}, {{ adres }}: {{uzupelnij}}', { numer: 'KRK-2026-000001', adres: 'Długa 1' }),
    ).toBe('KRK-2026-000001, Długa 1: {{uzupelnij}}');
  });

  it('greets nobody by an empty name', () => {
    expect(fillReply('Dzień dobry, {{imie}}. Tak.', { imie: '' })).toBe('Dzień dobry. Tak.');
    expect(fillReply('Hello {{imie}}.', { imie: '' })).toBe('Hello.');
    expect(fillReply('Hello {{imie}}.', { imie: 'Ada' })).toBe('Hello Ada.');
    expect(fillReply('Byliśmy ({{adres}}) u {{imie}}.', { imie: 'Ady', adres: '' })).toBe('Byliśmy u Ady.');
  });

  it('takes a hostile value for words and for nothing else', () => {
    const adres = '$& $1 $` {{imie}} {{numer}} <b>\'"';
    expect(fillReply('({{adres}}) {{numer}}', { adres, numer: 'N', imie: 'Ada' })).toBe(`(${adres}) N`);
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(fillReply('a{{adres}}b', { adres: value, numer: 'N' })).toBe(`a${value}b`);
      }),
    );
  });

  it('notices braces that are left', () => {
    expect(hasPlaceholder('Gotowe {{uzupelnij}}')).toBe(true);
    expect(hasPlaceholder('Gotowe {nic} {{')).toBe(false);
    expect(unknownVariables('{{a}} {{numer}} {{a}} {{ b c }}')).toEqual(['a', 'b c']);
  });

  it('costs no more for a long text than it is longer', () => {
    expect(growth('{{', unknownVariables)).toBeLessThan(15);
    expect(growth('{{', (text) => fillReply(text, { imie: '' }))).toBeLessThan(15);
  });
});

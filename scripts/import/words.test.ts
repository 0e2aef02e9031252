import { describe, expect, it } from 'vitest';
import { kindOf, standingOf } from './words.ts';

describe('where a case stands, in the words of others', () => {
  it.each([
    ['Closed', 'CLOSED', null],
    ['Zamknięte', 'CLOSED', null],
    ['Zakończone', 'CLOSED', null],
    ['Resolved', 'CLOSED', 'FIXED'],
    ['Naprawiono', 'CLOSED', 'FIXED'],
    ['Zrealizowane', 'CLOSED', 'FIXED'],
    ['Closed - Duplicate', 'CLOSED', 'DUPLICATE'],
    ['duplikat', 'CLOSED', 'DUPLICATE'],
    ['Cancelled', 'CLOSED', 'WITHDRAWN'],
    ['Rozpatrzone negatywnie', 'CLOSED', 'DECLINED'],
    ['Nie stwierdzono usterki', 'CLOSED', 'NO_FAULT_FOUND'],
    ['Poza kompetencją miasta', 'CLOSED', 'OUTSIDE_CITY'],
    ['Udzielono odpowiedzi', 'CLOSED', 'ANSWERED'],
    ['FIXED', 'CLOSED', 'FIXED'],
    ['IN_PROGRESS', 'IN_PROGRESS', null],
    ['W trakcie realizacji', 'IN_PROGRESS', null],
    ['Przekazane do jednostki', 'FORWARDED', null],
    ['Assigned', 'FORWARDED', null],
    ['Unassigned', 'RECEIVED', null],
    ['Not started', 'RECEIVED', null],
    ['Incomplete', 'RECEIVED', null],
    ['Niezrealizowane', 'RECEIVED', null],
    ['Reopened', 'RECEIVED', null],
    ['Nowe', 'RECEIVED', null],
    ['Закрито', 'CLOSED', null],
  ])('%s', (text, status, outcome) => {
    expect(standingOf(text)).toEqual({ status, outcome });
  });

  it('a word that says nothing is not understood', () => {
    expect(standingOf('XYZ-7')).toBeNull();
  });

  it.each([
    ['Problem', 'PROBLEM'],
    ['pomysł', 'IDEA'],
    ['Zapytanie ogólne', 'QUESTION'],
    ['idea', 'IDEA'],
    ['dziura', null],
  ])('the kind %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });
});

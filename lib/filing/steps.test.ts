import { describe, expect, it } from 'vitest';
import { answered, type DraftData, reopened } from './draft-data.ts';
import { isReachable, nextStep, previousStep, progressOf, type StepFacts, stepsOf } from './steps.ts';
import type { Step } from './words.ts';

const STEPS = ['what', 'category', 'danger', 'place', 'photos', 'contact', 'check'] as const satisfies Step[];

const facts = (done: Step[], danger = false): StepFacts => ({
  kind: 'PROBLEM',
  data: { done },
  category: { danger, locationRequired: false },
});

describe('the way through the form', () => {
  it('asks about danger only where there may be danger', () => {
    expect(stepsOf(facts([]))).not.toContain('danger');
    expect(stepsOf(facts([], true))).toEqual([...STEPS]);
  });

  it.each([false, true])('leads from the first step to the last, answer by answer (danger: %s)', (danger) => {
    let data: DraftData = { done: [] };
    const walked: Step[] = [];
    for (
      let step = nextStep(facts([], danger));
      step !== 'check';
      step = nextStep({ ...facts([], danger), data })
    ) {
      walked.push(step);
      data = answered(data, step, {});
    }
    expect([...walked, 'check']).toEqual(stepsOf(facts([], danger)));
  });

  it('comes straight back to the end after one answer is changed', () => {
    const all = STEPS.filter((step) => step !== 'check');
    expect(nextStep(facts(all, true))).toBe('check');
  });

  it('asks about danger when the kind of problem is changed to a dangerous one', () => {
    const calm = STEPS.filter((step) => step !== 'check' && step !== 'danger');
    expect(nextStep(facts(calm))).toBe('check');
    expect(nextStep(facts(calm, true))).toBe('danger');
  });

  it('goes back past what is not asked', () => {
    expect(previousStep(facts([]), 'what')).toBeNull();
    expect(previousStep(facts([]), 'place')).toBe('category');
    expect(previousStep(facts([], true), 'place')).toBe('danger');
  });

  it('asks again where it is when the kind of problem needs a place and there is none', () => {
    const all = STEPS.filter((step) => step !== 'check' && step !== 'danger');
    const placeless = { ...facts(all), category: { danger: false, locationRequired: true } };
    expect(nextStep(placeless)).toBe('place');
  });

  it('asks for the kind of problem again when the city no longer has it', () => {
    expect(nextStep({ ...facts(['what', 'category', 'place', 'photos', 'contact']), category: null })).toBe(
      'category',
    );
  });

  it('does not open a step before those it builds on', () => {
    expect(isReachable(facts(['what']), 'category')).toBe(true);
    expect(isReachable(facts(['what']), 'check')).toBe(false);
    expect(isReachable(facts(['what']), 'danger')).toBe(false);
    expect(isReachable(facts(['what', 'category', 'place', 'photos', 'contact']), 'what')).toBe(true);
  });

  it('opens a step again without forgetting the others', () => {
    const data = answered(answered({ done: [] }, 'what', { text: 'Dziura' }), 'category', {
      category: 'dziura',
    });
    expect(reopened(data, 'what')).toEqual({ text: 'Dziura', category: 'dziura', done: ['category'] });
  });

  it('counts in stages', () => {
    expect(progressOf('PROBLEM', 'danger')).toEqual({ current: 1, total: 5, stage: 'what' });
    expect(progressOf('PROBLEM', 'place')).toEqual({ current: 2, total: 5, stage: 'place' });
    expect(progressOf('PROBLEM', 'check')).toEqual({ current: 5, total: 5, stage: 'check' });
    expect(progressOf('IDEA', 'photos')).toEqual({ current: 3, total: 5, stage: 'photos' });
    expect(progressOf('QUESTION', 'contact')).toEqual({ current: 2, total: 3, stage: 'contact' });
  });

  it('asks an idea for a place, and a question for none', () => {
    expect(stepsOf({ ...facts([]), kind: 'IDEA' })).toEqual([
      'what',
      'category',
      'place',
      'photos',
      'contact',
      'check',
    ]);
    expect(stepsOf({ ...facts([]), kind: 'QUESTION' })).toEqual(['what', 'category', 'contact', 'check']);
  });

  it('shows a question the cards that may answer it, when there are any', () => {
    const found = (done: Step[]): StepFacts => ({
      kind: 'QUESTION',
      data: { done, cards: ['dowod-osobisty'] },
      category: null,
    });
    expect(nextStep(found(['what']))).toBe('cards');
    expect(nextStep(found(['what', 'cards']))).toBe('category');
    expect(progressOf('QUESTION', 'cards')).toEqual({ current: 1, total: 3, stage: 'what' });
  });
});

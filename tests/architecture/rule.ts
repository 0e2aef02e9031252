import { describe, expect, it } from 'vitest';
import { SOURCES, type Source, sourceOf } from './source.ts';

/** What is wrong with a file, in words; empty when nothing is. */
export type Rule = (source: Source) => string[];

type Proof = {
  rule: Rule;
  /** The files that the rule is about. */
  about: (source: Source) => boolean;
  /** Examples, path → text, that the rule must object to. */
  bites: Record<string, string>;
  /** Examples that look alike and are fine. */
  spares?: Record<string, string>;
};

/** Tells one rule of the house: all files keep to it, and it would notice one that does not. */
export function houseRule(title: string, { rule, about, bites, spares = {} }: Proof): void {
  describe(title, () => {
    it('holds', () => {
      const complaints = SOURCES.filter(about).flatMap((source) => complaintsOf(rule, source));
      expect(complaints).toEqual([]);
    });

    it.each(Object.entries(bites))('objects to %s', (file, text) => {
      const source = sourceOf(file, text);
      expect(about(source)).toBe(true);
      expect(rule(source)).not.toEqual([]);
    });

    const fine = Object.entries(spares);
    if (fine.length > 0) {
      it.each(fine)('has nothing against %s', (file, text) => {
        const source = sourceOf(file, text);
        expect(about(source) ? rule(source) : []).toEqual([]);
      });
    }
  });
}

function complaintsOf(rule: Rule, source: Source): string[] {
  return rule(source).map((complaint) => `${source.path}: ${complaint}`);
}

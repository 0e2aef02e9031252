import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { CHANNELS, COMMANDS, KINDS } from '#lib/submissions/words.ts';
import { readGazetteer } from './files.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'data');
const photo = z.string().regex(/^[a-z-]+\.jpg$/);

/** Who (an account of the demonstration, `reporter` or `system`), days after the step before, command and its input. */
const step = z.tuple([
  z.string(),
  z.number().nonnegative(),
  z.enum(COMMANDS),
  z.record(z.string(), z.string()),
]);

const demoCase = z.strictObject({
  kind: z.enum(KINDS).default('PROBLEM'),
  /** Days before the present on which it was filed. */
  daysAgo: z.number().positive().max(60),
  category: z.string(),
  channel: z.enum(CHANNELS),
  /** What an idea is called. */
  title: z.string().optional(),
  text: z.string(),
  /** A place of the gazetteer that has a point, a house number, and what else the person said of it. */
  where: z
    .strictObject({ at: z.string(), number: z.string().optional(), words: z.string().optional() })
    .optional(),
  who: z
    .strictObject({ name: z.string(), email: z.string().endsWith('@kontakt.example').optional() })
    .optional(),
  steps: z.array(step),
  photos: z.array(photo).default([]),
  /** Picture of the result, given with `resolve`. */
  result: photo.optional(),
  /** People behind an idea, or who see the same problem: counted, and nobody in particular. */
  supports: z.number().int().nonnegative().default(0),
});

export type DemoCase = z.infer<typeof demoCase>;
export type DemoStep = DemoCase['steps'][number];

export function readDemoCases(): DemoCase[] {
  // Ideas and questions come last: a case is known by its place in the whole.
  return ['demo-cases.json', 'demo-ideas.json'].flatMap((name) =>
    z.array(demoCase).parse(JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'))),
  );
}

export function readDemoPhoto(name: string): Buffer {
  return readFileSync(path.join(FOLDER, 'demo-photos', name));
}

/** Metres are spread a little, so that two cases of one street are two pins. */
const SPREAD = 0.00012;

/** The point and the words of a demo case's place. */
export function placeOfCase({ where }: DemoCase, index: number) {
  if (!where) return null;
  const found = readGazetteer().find((place) => place.name === where.at && place.lat !== null);
  if (!found) throw new Error(`no such place: ${where.at}`);
  return {
    lat: Number((found.lat! + ((index % 5) - 2) * SPREAD).toFixed(6)),
    lng: Number((found.lng! + ((index % 7) - 3) * SPREAD).toFixed(6)),
    precision: where.number ? ('EXACT' as const) : ('APPROXIMATE' as const),
    source: where.number ? ('ADDRESS' as const) : ('NEARBY' as const),
    address: where.number ? `${where.at} ${where.number}` : where.at,
    description: where.words ?? null,
  };
}

import { sha256 } from './ids.ts';

/** What a field of a form or a row may hold, as JSON. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
export type Values = Record<string, Value>;

/** Field → what it was and what it is now. */
export type Changes = Record<string, { from: Value; to: Value }>;

/** The same text for the same value, in whatever order its keys came; a key with nothing is no key. */
function canonical(value: Value): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value)
    .filter((key) => value[key] !== null)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`).join(',')}}`;
}

/** The fields that differ; an empty object when nothing does. */
export function changesBetween(before: Values, after: Values): Changes {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    fields
      .map((field) => [field, { from: before[field] ?? null, to: after[field] ?? null }] as const)
      .filter(([, { from, to }]) => canonical(from) !== canonical(to)),
  );
}

/**
 * A short mark of a row's values. A form carries the mark of what it was filled from, and a save whose row has another
 * one by now is a conflict: configuration needs no version column for that.
 */
export function stampOf(values: Values): string {
  return sha256(canonical(values)).slice(0, 24);
}

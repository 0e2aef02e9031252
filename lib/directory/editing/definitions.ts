import { categories } from './categories.ts';
import type { Definition } from './definition.ts';
import { departments } from './departments.ts';
import { institutions } from './institutions.ts';
import { procedures } from './procedures.ts';
import { RECORD_KINDS, type RecordKind } from './record-dto.ts';
import { replyTemplates } from './reply-templates.ts';

export const DEFINITIONS: Record<RecordKind, Definition> = {
  jednostki: departments,
  kategorie: categories,
  instytucje: institutions,
  szablony: replyTemplates,
  karty: procedures,
};

export function recordKind(text: unknown): RecordKind | null {
  return RECORD_KINDS.find((kind) => kind === text) ?? null;
}

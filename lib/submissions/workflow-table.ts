import type { Command } from './words.ts';
import { CARE } from './workflow-care.ts';
import { ENDINGS } from './workflow-endings.ts';
import { IDEAS } from './workflow-ideas.ts';
import { KIND_CHANGES } from './workflow-kinds.ts';
import type { Rule } from './workflow-types.ts';
import { WORK } from './workflow-work.ts';

/** The whole table: which command leads from where to where, by whom, and whom it tells. */
export const WORKFLOW: Record<Command, Rule> = { ...WORK, ...ENDINGS, ...IDEAS, ...KIND_CHANGES, ...CARE };

import { correct } from './commands/correct.ts';
import { duplicate } from './commands/duplicate.ts';
import { edit } from './commands/edit.ts';
import { forward } from './commands/forward.ts';
import { handOver } from './commands/hand-over.ts';
import { hide } from './commands/hide.ts';
import { acceptKind, convert, proposeKind } from './commands/kinds.ts';
import { link, unlink } from './commands/link.ts';
import { object } from './commands/object.ts';
import { redirect } from './commands/redirect.ts';
import { publish, release } from './commands/release.ts';
import { reply } from './commands/reply.ts';
import { reachThreshold } from './commands/threshold.ts';
import { withdraw } from './commands/withdraw.ts';
import type { Effect, EffectContext, EffectOf } from './effect.ts';
import type { Command } from './words.ts';

/** The commands that do more than move along the workflow's table. */
const EFFECTS: { [C in Command]?: EffectOf<C> } = {
  'accept-kind': acceptKind,
  convert,
  correct,
  'propose-kind': proposeKind,
  duplicate,
  edit,
  forward,
  'hand-over': handOver,
  hide,
  link,
  object,
  publish,
  'reach-threshold': reachThreshold,
  redirect,
  release,
  reply,
  unlink,
  withdraw,
};

export async function runEffect<C extends Command>(command: C, context: EffectContext<C>): Promise<Effect> {
  return (await EFFECTS[command]?.(context)) ?? {};
}

import { sweepEndedSessions } from '#lib/access/session-ends.ts';
import { expireDrafts } from '#lib/filing/commands/expire.ts';
import {
  removeOldOriginals,
  removeOrphanedMedia,
  removeWithdrawnPhotos,
  requeueStuckPhotos,
} from '#lib/media/jobs/sweep.ts';
import { planDailyMails } from '#lib/notifications/jobs/daily-mails.ts';
import { requeueOverdue } from '#lib/notifications/jobs/deliver.ts';
import { planForgottenEvents } from '#lib/notifications/jobs/plan-event.ts';
import { sweepFormStates } from '#lib/platform/form-state.ts';
import { sweepLimits } from '#lib/platform/limits.ts';
import { logger } from '#lib/platform/logger.ts';
import { sweepTempFiles } from '#lib/platform/temp-files.ts';
import { forgetPeople } from '#lib/privacy/jobs/forget-people.ts';
import { sweepAccountLinks } from '#lib/staff/commands/account-link.ts';
import { refreshStatistics } from '#lib/statistics/jobs/refresh.ts';
import { foldMap, sweepEmptyCells } from '#lib/submissions/jobs/fold-map.ts';
import { sweepThresholds } from '#lib/submissions/jobs/reach-threshold.ts';
import { sweepCases } from '#lib/submissions/jobs/sweep-cases.ts';
import { sweepSupports } from '#lib/submissions/jobs/sweep-supports.ts';

type Sweep = (signal?: AbortSignal) => Promise<number>;

/**
 * Upkeep by how often it is done (cron, Kraków's time), each in this order. A sweep only does what is left to do, so it
 * may run at any time and be broken off anywhere.
 */
export const ROUNDS = {
  often: {
    cron: '*/5 * * * *',
    sweeps: {
      overdueNotifications: requeueOverdue,
      forgottenEvents: planForgottenEvents,
      stuckPhotos: requeueStuckPhotos,
      dailyMails: planDailyMails,
      noReply: (signal) => sweepCases('no-reply', signal),
      lapseKind: (signal) => sweepCases('lapse-kind', signal),
      remind: (signal) => sweepCases('remind', signal),
      close: (signal) => sweepCases('close', signal),
      thresholds: sweepThresholds,
      foldedMap: foldMap,
      formStates: sweepFormStates,
      tempFiles: sweepTempFiles,
      statistics: refreshStatistics,
    },
  },
  hourly: {
    cron: '17 * * * *',
    sweeps: {
      expire: (signal) => sweepCases('expire', signal),
      drafts: expireDrafts,
      supports: sweepSupports,
      withdrawnPhotos: removeWithdrawnPhotos,
      limits: sweepLimits,
      endedSessions: sweepEndedSessions,
      accountLinks: sweepAccountLinks,
    },
  },
  nightly: {
    cron: '37 3 * * *',
    sweeps: {
      forgottenPeople: forgetPeople,
      orphanedMedia: removeOrphanedMedia,
      oldOriginals: removeOldOriginals,
      emptyCells: sweepEmptyCells,
    },
  },
} satisfies Record<string, { cron: string; sweeps: Record<string, Sweep> }>;

export type Round = keyof typeof ROUNDS;

/**
 * Goes one round, or all of them. A sweep that fails is logged and does not keep the others from their turn. Returns
 * how many rows, files or cases each one dealt with.
 */
export async function keepHouse(round?: string, signal?: AbortSignal): Promise<Record<string, number>> {
  const rounds = Object.entries(ROUNDS).filter(([name]) => round === undefined || name === round);
  const sweeps = rounds.flatMap(([, { sweeps }]) => Object.entries<Sweep>(sweeps));
  const done: Record<string, number> = {};
  for (const [name, sweep] of sweeps) {
    if (signal?.aborted) break;
    try {
      done[name] = await sweep(signal);
    } catch (error) {
      logger.error('sweep failed', { sweep: name, error });
    }
  }
  logger.info('house kept', { round: round ?? 'all', ...done });
  return done;
}

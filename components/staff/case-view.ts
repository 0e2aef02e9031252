import { localePath } from '#lib/i18n/languages.ts';
import type { StaffCase } from '#lib/submissions/staff-case-dto.ts';

/** A case page's case, with what its links need. */
export type CaseView = {
  item: StaffCase;
  /** Kraków day, `YYYY-MM-DD`. */
  today: string;
  /** The list the person came from, as a query without `?`. */
  list: string;
};

/** The page of a case; with an action, that action's form is open. */
export function casePath(reference: string, list: string, action?: string): string {
  const query = [list, action && `akcja=${action}`].filter(Boolean).join('&');
  return `/staff/zgloszenia/${reference}${query && `?${query}`}${action ? `#${ACTION_ID}` : ''}`;
}

/**
 * Where a form comes back to, in the language of the page. Without a fragment: a browser that is led to one gives the
 * focus to nothing else, and the error summary must have it.
 */
export function localCasePath(locale: string, reference: string, list: string, action?: string): string {
  return localePath(locale, casePath(reference, list, action).split('#')[0] ?? '');
}

/** The id of the open action's form. */
export const ACTION_ID = 'dzialanie';

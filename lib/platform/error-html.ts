import type { Room } from '#lib/i18n/catalog.ts';
import { localePath, textLocale } from '#lib/i18n/languages.ts';
import { formatPhone, INFOLINE } from '#lib/i18n/phone.ts';
import { type Translate, translator } from '#lib/i18n/translator.ts';
import { ERROR_TABLE } from './errors.ts';
import { isStaffPath } from './http-request.ts';
import { readableNumber } from './ids.ts';

export type ErrorHtml = {
  status: number;
  /** The error's code, for programs that read the page (`data-code`). */
  code: string;
  /** Full key of the exact reason, `room.path`. */
  messageKey: string;
  locale: string;
  requestId: string;
  /** A path of ours where the person can go on: the form with everything that was typed. */
  back?: string | null;
};

/**
 * A whole page for a route handler that refuses a plain form: no JavaScript, no inline style, nothing but
 * `/error.css`, so that it works when Next's own rendering is what failed.
 */
export function errorHtml({ status, code, messageKey, locale, requestId, back }: ErrorHtml): string {
  const t = translator(locale, 'errors');
  // The form that was refused is one of the staff's: their ways on are not those of residents.
  const desk = isStaffPath(back ?? '/');
  const { title, lead } = wordsOf(status, locale, desk);
  const reason = reasonOf(code, messageKey, locale);
  const main = [
    `<p class="eyebrow">${escapeHtml(t('page.number', { status }))}</p>`,
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="lead">${escapeHtml(lead)}</p>`,
    reason ? `<p>${escapeHtml(reason)}</p>` : '',
    back?.includes('f=') && KEPT.has(status) ? `<p>${escapeHtml(t('page.textKept'))}</p>` : '',
    status >= 500
      ? `<p>${escapeHtml(t('page.requestNumber'))} <strong>${escapeHtml(readableNumber(requestId))}</strong></p>`
      : '',
    back
      ? `<p><a class="btn" href="${escapeHtml(back)}">${escapeHtml(t(wayBack(status, back, desk)))}</a></p>`
      : '',
  ];
  return documentHtml({
    locale,
    title,
    main: main.join('\n'),
    attributes: `data-code="${escapeHtml(code)}"`,
    desk,
  });
}

/** Refusals whose usual reason says more than the words of their status do. */
const SAYS_MORE = new Set(['FOREIGN_ORIGIN', 'NOT_ALLOWED_NOW']);

/** The exact reason, when it is not what the title and the lead have said already. */
function reasonOf(code: string, messageKey: string, locale: string): string | null {
  const usual = Object.entries(ERROR_TABLE).find(([known]) => known === code)?.[1].message;
  return messageKey === usual && !SAYS_MORE.has(code) ? null : byKey(locale, messageKey);
}

/** Where somebody who has typed much may fear for it. */
const KEPT = new Set([401, 409, 429, 503]);

function wordsOf(status: number, locale: string, desk: boolean): { title: string; lead: string } {
  const [t, fault] = [translator(locale, 'errors'), translator(locale, 'fault')];
  const known = `page.${status}.title`;
  if (status === 500 || t(known) === `errors.${known}`) return { title: fault('title'), lead: fault('lead') };
  const atDesk = desk && DESK_WORDS.has(status);
  return { title: t(known), lead: t(atDesk ? `page.desk.${status}` : `page.${status}.lead`) };
}

const DESK_WORDS = new Set([401, 403, 404]);

function wayBack(status: number, back: string, desk: boolean): string {
  // The page that it leads to asks to sign in first, and then opens with what was typed.
  if (desk && status === 401) return 'page.signIn';
  return desk && back.includes('/zgloszenia/') ? 'page.desk.toCase' : 'page.returnToForm';
}

/** What the service worker keeps for a phone without network. */
export function offlineHtml(locale: string): string {
  const t = translator(locale, 'errors');
  const main = [
    `<h1>${escapeHtml(t('offline.title'))}</h1>`,
    `<p class="lead">${escapeHtml(t('offline.lead'))}</p>`,
  ];
  return documentHtml({
    locale,
    title: t('offline.title'),
    main: main.join('\n'),
    attributes: 'data-code="OFFLINE"',
    desk: false,
  });
}

type DocumentParts = { locale: string; title: string; main: string; attributes: string; desk: boolean };

function documentHtml({ locale, title, main, attributes, desk }: DocumentParts): string {
  const common = translator(locale, 'common');
  return `<!doctype html>
<html lang="${textLocale(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)} – ${escapeHtml(common('siteName'))}</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/error.css">
</head>
<body>
<header><a class="brand" href="${localePath(locale, desk ? '/staff' : '/')}">${MARK}<span>${escapeHtml(common('siteName'))}</span></a></header>
<main ${attributes}>
<img class="arch" src="/arch.svg" alt="" width="132" height="132">
<div>
${main}
${desk ? deskWay(locale) : waysOn(locale, common)}
</div>
</main>
</body>
</html>
`;
}

const MARK = '<img src="/icon.svg" alt="" width="42" height="35">';

function waysOn(locale: string, common: Translate): string {
  const ways = [
    ['/zglos/problem', 'nav.problem'],
    ['/sledz', 'nav.track'],
    ['/', 'nav.home'],
  ] as const;
  const items = ways.map(
    ([href, label]) => `<li><a href="${localePath(locale, href)}">${escapeHtml(common(label))}</a></li>`,
  );
  const call = escapeHtml(translator(locale, 'errors')('page.call'));
  const phone = `<a class="plate" href="tel:${INFOLINE}">${formatPhone(INFOLINE, locale)}</a>`;
  return `<ul>${items.join('')}</ul>\n<p>${call} ${phone}</p>`;
}

function deskWay(locale: string): string {
  const words = escapeHtml(translator(locale, 'errors')('page.desk.list'));
  return `<ul><li><a href="${localePath(locale, '/staff')}">${words}</a></li></ul>`;
}

/** The words of a full message key (`room.path`); null when there are none. */
function byKey(locale: string, key: string): string | null {
  const at = key.indexOf('.');
  if (at < 1) return null;
  const words = translator(locale, key.slice(0, at) as Room)(key.slice(at + 1));
  return words === key ? null : words;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

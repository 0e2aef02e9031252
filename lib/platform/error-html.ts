import type { Room } from '#lib/i18n/catalog.ts';
import { localePath, textLocale } from '#lib/i18n/languages.ts';
import { formatPhone, INFOLINE } from '#lib/i18n/phone.ts';
import { type Translate, translator } from '#lib/i18n/translator.ts';
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
  const known = `page.${status}.title`;
  const fault = status === 500 || t(known) === `errors.${known}`;
  const title = fault ? translator(locale, 'fault')('title') : t(known);
  const lead = fault ? translator(locale, 'fault')('lead') : t(`page.${status}.lead`);
  const reason = byKey(locale, messageKey);
  const main = [
    `<p class="eyebrow">${escapeHtml(t('page.number', { status }))}</p>`,
    `<h1>${escapeHtml(title)}</h1>`,
    `<p class="lead">${escapeHtml(lead)}</p>`,
    reason && reason !== title && code !== 'CONFLICT' ? `<p>${escapeHtml(reason)}</p>` : '',
    status === 409 && back?.includes('f=') ? `<p>${escapeHtml(t('page.textKept'))}</p>` : '',
    status >= 500
      ? `<p>${escapeHtml(t('page.requestNumber'))} <strong>${escapeHtml(readableNumber(requestId))}</strong></p>`
      : '',
    back ? `<p><a class="btn" href="${escapeHtml(back)}">${escapeHtml(t('page.returnToForm'))}</a></p>` : '',
  ];
  return documentHtml({
    locale,
    title,
    main: main.join('\n'),
    attributes: `data-code="${escapeHtml(code)}"`,
  });
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
  });
}

type DocumentParts = { locale: string; title: string; main: string; attributes: string };

function documentHtml({ locale, title, main, attributes }: DocumentParts): string {
  const common = translator(locale, 'common');
  const errors = translator(locale, 'errors');
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
<header><a class="brand" href="${localePath(locale, '/')}">${MARK}<span>${escapeHtml(common('siteName'))}</span></a></header>
<main ${attributes}>
<img class="arch" src="/arch.svg" alt="" width="132" height="132">
<div>
${main}
${waysOn(locale, common)}
<p>${escapeHtml(errors('page.call'))} <a class="plate" href="tel:${INFOLINE}">${formatPhone(INFOLINE, locale)}</a></p>
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
  return `<ul>${items.join('')}</ul>`;
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

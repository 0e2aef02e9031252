import { quoted } from '#lib/i18n/quotation.ts';
import type { MailBlock, MailContent, MailTone } from './content.ts';
import { DARK_STYLES, type Ink, STYLE, TONES } from './html-styles.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Escaped; numbers of cases stay on one line and stand out. */
function inline(text: string): string {
  return escapeHtml(text).replace(
    /\bKRK-\d{4}-\d{6,}\b/g,
    (reference) => `<strong style="white-space:nowrap">${reference}</strong>`,
  );
}

/** A grouped tracking code: read aloud and typed off, so never broken. */
const CODE = /\b(?:[0-9A-Z]{4}-){3}[0-9A-Z]\b/;

/** A street and its number on one line. */
const bound = (heading: string) => heading.replace(/ (?=\d)|(?<=\b(?:ul|al|pl|os)\.) /g, '\u00a0');

const bold = (text: string | undefined) => (text ? `<strong>${inline(text)}</strong>` : '');

/**
 * A mail as HTML for the clients there are: tables, inline styles and nothing fetched from anywhere, so that opening
 * it tells nobody. Dark where the reader's client is.
 */
export function htmlMail(content: MailContent): string {
  const title = escapeHtml(content.subject);
  const preview = content.blocks.find((block, at) => block.type === 'text' && at > 0);
  const hidden =
    preview?.type === 'text' ? escapeHtml([preview.lead, preview.text].filter(Boolean).join(' ')) : '';
  return `<!doctype html>
<html lang="${escapeHtml(content.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${title}</title>
<style>${DARK_STYLES}</style>
</head>
<body class="bg" style="${STYLE.body}">
<div style="display:none;max-height:0;overflow:hidden">${hidden}</div>
<main>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="bg" style="${STYLE.page}"><tr><td align="center" style="padding:24px 8px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="sheet" style="${STYLE.sheet}">
<tr><td class="pad head" style="${STYLE.head}">${escapeHtml(content.sender)}</td></tr>
<tr><td class="pad ink" style="${STYLE.main}">
${plate(content.status)}
<h1 class="ink" style="${STYLE.heading}">${inline(bound(content.heading))}</h1>
${content.blocks.map((block) => blockHtml(block, content.lang)).join('\n')}
</td></tr>
<tr><td class="pad soft" style="${STYLE.foot}"><div class="rule" style="${STYLE.line}">
${content.footer.map(footerHtml).join('\n')}
</div></td></tr>
</table>
</td></tr></table>
</main>
</body>
</html>
`;
}

function plate({ word, tone }: { word: string; tone: MailTone }): string {
  const { ink, soft }: Ink = TONES[tone];
  const mark = tone === 'done' ? '✓\u00a0' : '';
  return `<p style="margin:0 0 16px"><span class="${tone}" style="${STYLE.plate};background:${soft};color:${ink}">${mark}${escapeHtml(word)}</span></p>`;
}

function blockHtml(block: MailBlock, around: string): string {
  if (block.type === 'small') return `<p class="soft" style="${STYLE.small}">${inline(block.text)}</p>`;
  if (block.type === 'buttons') {
    const items = block.items.map((item, at) => buttonHtml(item, at === 0));
    return `<p style="margin:8px 0">${items.join(' ')}</p>`;
  }
  if (block.type === 'facts') return factsHtml(block.rows);
  if (block.type === 'links') return linksHtml(block.items);
  if (block.type === 'quote') {
    const lang = block.lang ? ` lang="${escapeHtml(block.lang)}"` : '';
    const words = escapeHtml(quoted(block.text, around)).replaceAll('\n', '<br>');
    return `<blockquote class="quote"${lang} style="${STYLE.quote}">${words}</blockquote>`;
  }
  const parts = [bold(block.lead), inline(block.text), bold(block.strong)];
  return `<p style="${STYLE.text}">${parts.filter(Boolean).join(' ')}</p>`;
}

function buttonHtml({ label, url }: { label: string; url: string }, main: boolean): string {
  const look = main ? `class="b main" style="${STYLE.button}"` : `class="b quiet" style="${STYLE.quiet}"`;
  return `<a ${look} href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
}

function factsHtml(rows: { label: string; value: string }[]): string {
  const lines = rows.map(
    ({ label, value }) =>
      `<tr><th scope="row" class="soft" style="${STYLE.factName}">${escapeHtml(label)}</th><td class="ink" style="${STYLE.fact}">${inline(value)}</td></tr>`,
  );
  return `<table cellpadding="0" cellspacing="0" style="${STYLE.facts}">${lines.join('')}</table>`;
}

function linksHtml(items: { label: string; url: string; text: string }[]): string {
  const lines = items.map(
    ({ label, url, text }) =>
      `<li style="margin:0 0 8px"><a class="lnk" href="${escapeHtml(url)}" style="${STYLE.link}">${escapeHtml(label)}</a> ${escapeHtml(text)}</li>`,
  );
  return `<ul style="margin:0 0 16px;padding:0 0 0 20px">${lines.join('')}</ul>`;
}

function footerHtml({ lead, text, phone, link }: MailContent['footer'][number]): string {
  const target = phone ? { label: phone.label, url: `tel:${phone.number}` } : link;
  const words = escapeHtml(text).replace(CODE, (code) => `<span style="${STYLE.code}">${code}</span>`);
  const linked = target
    ? words.replace(
        escapeHtml(target.label),
        `<a class="lnk" href="${escapeHtml(target.url)}" style="${STYLE.link}">${escapeHtml(target.label)}</a>`,
      )
    : words;
  return `<p style="margin:0 0 10px"><strong>${escapeHtml(lead)}</strong> ${linked}</p>`;
}

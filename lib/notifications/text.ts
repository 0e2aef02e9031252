import { quoted } from '#lib/i18n/quotation.ts';
import type { MailBlock, MailContent } from './content.ts';

/** A mail as plain text: every link written out, every quotation set off. */
export function plainText(content: MailContent): string {
  const head = [content.sender, '', `[ ${content.status.word} ]`, content.heading].join('\n');
  const body = content.blocks.map((block) => blockText(block, content.lang));
  const foot = content.footer.map(({ lead, text, link }) => `${lead} ${text}${link ? `\n${link.url}` : ''}`);
  const whole = `${[head, ...body, ['--', ...foot].join('\n')].join('\n\n')}\n`;
  return withPlainSpaces(whole);
}

/** Where nothing is typeset, a space that does not break only hinders searching and copying. */
export function withPlainSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}

function blockText(block: MailBlock, lang: string): string {
  if (block.type === 'quote') return quoted(block.text, lang).replace(/^/gm, '    ').replace(/^ +$/gm, '');
  if (block.type === 'buttons') return sameLinks(block.items);
  if (block.type === 'facts') return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
  if (block.type === 'small') return block.text;
  if (block.type === 'links')
    return block.items.map(({ label, url, text }) => `${label} ${text}\n${url}`).join('\n');
  return [block.lead, block.text, block.strong].filter(Boolean).join(' ');
}

/** Two buttons that lead to one page are one link here. */
function sameLinks(items: { label: string; url: string }[]): string {
  const urls = [...new Set(items.map(({ url }) => url))];
  return urls
    .map((url) => {
      const labels = items.filter((item) => item.url === url).map(({ label }) => label);
      return `${labels.join(' / ')}:\n${url}`;
    })
    .join('\n\n');
}

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorHtml } from './error-html.ts';
import { ERROR_TABLE } from './errors.ts';

const failure = {
  status: 409,
  code: 'CONFLICT',
  messageKey: 'errors.conflict',
  locale: 'pl',
  requestId: 'abcdef12-3',
};

describe('pages without Next', () => {
  it.each(Object.entries(ERROR_TABLE))('have words for %s', (code, { status, message }) => {
    const html = errorHtml({ ...failure, status, code, messageKey: message });
    expect(html).toContain('<html lang="pl">');
    expect(html).toContain('href="tel:');
    expect(html).not.toMatch(/errors\.|fault\.|common\.|style=|<script/);
  });

  it('lead back to the form and say nothing that was not escaped', () => {
    const html = errorHtml({ ...failure, code: '"><script>', back: '/x?f=1&a="><script>' });
    expect(html).toContain('href="/x?f=1&amp;a=&quot;&gt;&lt;script&gt;"');
    expect(html).not.toContain('<script');
  });

  it('give a number for a fault of ours only', () => {
    expect(errorHtml({ ...failure, status: 500, messageKey: 'errors.fault' })).toContain('ABCDEF12');
    expect(errorHtml(failure)).not.toContain('ABCDEF12');
  });

  it('wear the colours of the portal', () => {
    const values = (path: string) =>
      new Map(
        [...readFileSync(path, 'utf8').matchAll(/(--[\w-]+): (#\w+);/g)].map(([, name, value]) => [
          name,
          value,
        ]),
      );
    const [light = '', dark = ''] = readFileSync('public/error.css', 'utf8').split('@media screen');
    const read = (css: string) =>
      [...css.matchAll(/(--[\w-]+): (#\w+);/g)].map(([, name, value]) => [name, value]);
    const tokens = values('app/styles/tokens.css');
    const darkTokens = values('app/styles/tokens-dark.css');
    expect(read(light)).toEqual(read(light).map(([name]) => [name, tokens.get(name ?? '')]));
    expect(read(dark)).toEqual(read(dark).map(([name]) => [name, darkTokens.get(name ?? '')]));
  });
});

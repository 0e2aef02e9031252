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

  it('lead staff back to their work, and never to a form of residents', () => {
    const back = '/staff/zgloszenia/KRK-2026-000001?akcja=answer&f=1';
    const html = errorHtml({ ...failure, back });
    expect(html).toContain('>Wróć do sprawy</a>');
    expect(html).toMatch(/czeka w.formularzu/);
    expect(html).toContain('href="/staff">Lista spraw</a>');
    expect(html).not.toMatch(/zglos\/problem|href="\/sledz"|tel:/);
    expect(errorHtml({ ...failure, locale: 'uk', back: `/uk${back}` })).toContain('href="/uk/staff">');
    expect(errorHtml({ ...failure, back: '/staffage' })).toContain('href="/zglos/problem"');
    const ended = errorHtml({ ...failure, status: 401, code: 'UNAUTHENTICATED', back });
    expect(ended).toContain('>Zaloguj się</a>');
    expect(ended).toMatch(/czeka w.formularzu/);
  });

  it('say once what happened, and the exact reason where there is one', () => {
    const refused = { ...failure, status: 429, code: 'TOO_MANY', messageKey: 'errors.tooMany' };
    expect(errorHtml(refused).match(/spróbuj jeszcze raz/gi)).toHaveLength(1);
    expect(errorHtml({ ...refused, messageKey: 'media.tooMany' })).toContain('najwyżej');
    const late = { ...failure, code: 'NOT_ALLOWED_NOW', messageKey: 'errors.notAllowedNow' };
    expect(errorHtml(late)).toContain('na tym etapie');
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

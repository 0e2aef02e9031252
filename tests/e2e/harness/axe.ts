import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2 AA with everything below it; target-size is looked at only when 2.2 is asked for by name. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Looks at the page (or a part of it) as it is now: no violations. Axe is a script, so a page without JavaScript is looked at as a copy:
 * the same elements and styles in a browser that runs scripts, with none of the page's own.
 */
export async function expectAccessible(page: Page, scripts: boolean, part?: string): Promise<void> {
  const violations = scripts ? await look(page, part) : await lookAtCopy(page);
  const told = violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target, failureSummary }) => `  ${target.join(' ')}\n    ${failureSummary}`);
    return `${id}: ${help}\n${places.join('\n')}`;
  });
  expect(told.join('\n\n'), `accessibility of ${page.url()}`).toBe('');
}

/** Our pages have no frames: axe needs no second tab to put their results together, which takes half of its time. */
async function look(page: Page, part?: string) {
  const axe = new AxeBuilder({ page }).setLegacyMode().withTags(TAGS);
  return (await (part ? axe.include(part) : axe).analyze()).violations;
}

async function lookAtCopy(page: Page) {
  const html = (await page.content())
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    // With scripts on, a browser would take what stands in it for text.
    .replace(/<(\/?)noscript\b[^>]*>/g, '<$1div>');
  const context = await page
    .context()
    .browser()
    ?.newContext({ viewport: page.viewportSize(), javaScriptEnabled: true });
  if (!context) throw new Error('The browser is gone.');
  try {
    const copy = await context.newPage();
    await copy.route(page.url(), (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
    );
    await copy.goto(page.url());
    return await look(copy);
  } finally {
    await context.close();
  }
}

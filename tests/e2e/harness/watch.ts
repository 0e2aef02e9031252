import type { BrowserContext } from '@playwright/test';

/** What a page may do without failing its test: each a pattern of what is told about it. */
export type Watch = { expect: (pattern: RegExp) => void; faults: () => string[] };

/**
 * A navigation that another one replaced is no failure of ours. What the content policy stops is told by the console;
 * without JavaScript the browser says the same of every script.
 */
const NO_FAILURE = ['net::ERR_ABORTED', 'csp'];

/**
 * Writes down everything that must not happen on a page: console errors (a breach of the content policy is one), page
 * errors, answers of ours of 500 and above, requests to us that get no answer, requests to anybody else.
 */
export function watch(context: BrowserContext, own: readonly string[]): Watch {
  const told: string[] = [];
  const expected: RegExp[] = [];
  const isOurs = (address: string) => !/^https?:/.test(address) || own.includes(new URL(address).origin);
  context.on('console', (message) => {
    if (message.type() === 'error') told.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => told.push(`page: ${error.error().message}`));
  context.on('response', (response) => {
    if (response.status() >= 500) told.push(`answer ${response.status()}: ${response.url()}`);
  });
  context.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? '';
    if (!NO_FAILURE.includes(reason)) told.push(`no answer: ${request.url()} (${reason})`);
  });
  context.on('request', (request) => {
    if (!isOurs(request.url())) told.push(`asked somebody else: ${request.url()}`);
  });
  return {
    expect: (pattern) => void expected.push(pattern),
    faults: () => told.filter((fault) => !expected.some((pattern) => pattern.test(fault))),
  };
}

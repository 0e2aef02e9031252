import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '#scripts/paths.ts';

/** Every address that a visitor without an account may ask for, from the folders of the program itself. */

type Examples = Record<string, readonly string[]>;

/** `app/[locale]/(resident)/sledz/[code]/page.tsx` → `/sledz/[code]`. */
const addressOf = (file: string) =>
  `/${path
    .dirname(file)
    .split(path.sep)
    .slice(1)
    .filter((part) => part !== '[locale]' && !/^\(.*\)$/.test(part))
    .join('/')}`;

const files = (pattern: string) => globSync(pattern, { cwd: ROOT }).sort();

/** Pages of residents and of signing in; one with a part in brackets stands for each of its examples. */
export function anonymousPages(examples: Examples): { addresses: string[]; unknown: string[] } {
  const pages = files('app/[[]locale]/*/**/page.tsx').filter((file) => !file.includes('(staff)'));
  return spread([...new Set(pages.map(addressOf))], examples);
}

/** Routes that answer a GET. */
export function anonymousRoutes(examples: Examples): { addresses: string[]; unknown: string[] } {
  const reads = (file: string) =>
    /export (const|async function) GET\b/.test(readFileSync(path.join(ROOT, file), 'utf8'));
  const routes = files('app/**/route.ts').filter(reads).map(addressOf);
  return spread(routes, examples, true);
}

/** Route handlers all need an example, because most of them need parameters. */
function spread(addresses: string[], examples: Examples, always = false) {
  const needs = (address: string) => always || address.includes('[');
  return {
    addresses: addresses.flatMap((address) => (needs(address) ? (examples[address] ?? []) : [address])),
    unknown: addresses.filter((address) => needs(address) && !examples[address]),
  };
}

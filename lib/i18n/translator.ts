import { createTranslator } from 'use-intl/core';
import { CITY_TIME_ZONE } from '#lib/platform/clock.ts';
import { keepTogether } from './breaks.ts';
import { CATALOG, type MessageTree, type Room } from './catalog.ts';
import { DEFAULT_LOCALE, isLocale, textLocale } from './languages.ts';

/** Values for the placeholders of a message. */
export type MessageValues = Record<string, string | number | Date>;
/** Looks up a message of one room by its key and fills it in. Throws nothing: an unknown key comes back as itself. */
export type Translate = (key: string, values?: MessageValues) => string;

const merged = new Map<string, MessageTree>();

/** All messages of a language, by room; what is not translated yet is there in Polish. */
export function loadMessages(locale: string): MessageTree {
  const known = merged.get(locale);
  if (known) return known;
  const messages = bound(merge(CATALOG[DEFAULT_LOCALE], isLocale(locale) ? CATALOG[locale] : {}));
  merged.set(locale, messages);
  return messages;
}

/** A translator for code that renders no page: mails, the worker, route handlers. */
export function translator(locale: string, room: Room): Translate {
  const translate = createTranslator({
    locale: textLocale(locale),
    messages: loadMessages(locale),
    namespace: room,
    timeZone: CITY_TIME_ZONE,
  });
  return translate as Translate;
}

function merge(base: MessageTree, over: MessageTree): MessageTree {
  const result: MessageTree = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = result[key];
    const bothTrees = typeof value === 'object' && typeof below === 'object';
    result[key] = bothTrees ? merge(below, value) : value;
  }
  return result;
}

function bound(tree: MessageTree): MessageTree {
  const entries = Object.entries(tree).map(([key, value]) => [
    key,
    typeof value === 'string' ? keepTogether(value) : bound(value),
  ]);
  return Object.fromEntries(entries);
}

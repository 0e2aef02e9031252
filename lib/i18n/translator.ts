import { createTranslator } from 'use-intl/core';
import { CITY_TIME_ZONE } from '#lib/platform/clock.ts';
import { keepTogether } from './breaks.ts';
import { CATALOG, type MessageTree, type Room } from './catalog.ts';
import { textLocale } from './languages.ts';

/** Values for the placeholders of a message. */
export type MessageValues = Record<string, string | number | Date>;
/** Looks up a message of one room by its key and fills it in. Throws nothing: an unknown key comes back as itself. */
export type Translate = (key: string, values?: MessageValues) => string;

const loaded = new Map<string, MessageTree>();

/** All messages of a language, by room. */
export function loadMessages(locale: string): MessageTree {
  const language = textLocale(locale);
  const known = loaded.get(language);
  if (known) return known;
  const messages = bound(CATALOG[language]);
  loaded.set(language, messages);
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

function bound(tree: MessageTree): MessageTree {
  const entries = Object.entries(tree).map(([key, value]) => [
    key,
    typeof value === 'string' ? keepTogether(value) : bound(value),
  ]);
  return Object.fromEntries(entries);
}

/** One `{…}` of an ICU message: its name, what kind it is, and the texts it may come out as, by selector. */
type Argument = { name: string; type: string; forms: Record<string, string> };

/** The text between the brace at this place and the one that closes it. */
function inside(message: string, brace: number): string {
  let depth = 0;
  for (let at = brace; at < message.length; at += 1) {
    if (message[at] === '{') depth += 1;
    if (message[at] === '}') depth -= 1;
    if (depth === 0) return message.slice(brace + 1, at);
  }
  return message.slice(brace + 1);
}

/** What stands in braces at the first depth, each with what comes before it. */
function braces(message: string): { before: string; body: string }[] {
  const found: { before: string; body: string }[] = [];
  let from = 0;
  for (;;) {
    const brace = message.indexOf('{', from);
    if (brace === -1) return found;
    const body = inside(message, brace);
    found.push({ before: message.slice(from, brace), body });
    from = brace + body.length + 2;
  }
}

/** Every argument of a message, those within plurals and selects included. */
function argumentsOf(message: string): Argument[] {
  return braces(message).flatMap(({ body }) => {
    const [, name = '', type = '', rest = ''] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*,?(.*))?$/su.exec(body) ?? [];
    const forms = Object.fromEntries(braces(rest).map((form) => [form.before.trim(), form.body]));
    return [{ name, type, forms }, ...Object.values(forms).flatMap(argumentsOf)];
  });
}

const isPlural = ({ type }: Argument) => type === 'plural' || type === 'selectordinal';

/** The forms of every plural in an ICU message, by selector. */
export function plurals(message: string): Record<string, string>[] {
  return argumentsOf(message)
    .filter(isPlural)
    .map(({ forms }) => forms);
}

/** What a translation must have too: placeholders, the choices of a select, tags; each once, in order. */
export function demands(message: string): string[] {
  const placed = argumentsOf(message).flatMap(({ name, type, forms }) => [
    `{${name}}`,
    ...(type === 'select' ? Object.keys(forms).map((choice) => `{${name}=${choice}}`) : []),
  ]);
  const tags = [...message.matchAll(/<\/?\w+\/?>/g)].map(([tag]) => tag);
  return [...new Set([...placed, ...tags])].sort();
}

const ALONE: Record<string, string> = { pl: 'aiouwz', en: '', uk: 'аівоузйє' };

/** Where a line could break between words that belong together: after a one-letter word, and after a number. */
export function badBreaks(message: string, locale: string): string[] {
  const letters = ALONE[locale];
  const word = letters
    ? [`(?<![\\p{L}\\p{N}\\\\’-])[${letters}${letters.toUpperCase()}] [\\p{L}{<„«\\d#]`]
    : [];
  const breaks = new RegExp([...word, '[#\\d] \\p{L}'].join('|'), 'gu');
  return [...message.matchAll(breaks)].map(([text]) => text);
}

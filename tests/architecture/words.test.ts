import { houseRule } from './rule.ts';
import { isProduct, lineAt, type Source } from './source.ts';
import { nameOf, nodes, stringOf } from './tree.ts';

/**
 * Files that hold words of a language because they read what people write, or proper names. What people are told
 * comes from the messages and from the reference data.
 */
const READS_WORDS = new Set([
  'components/resident/city-map.tsx',
  'lib/contacts/detect.ts',
  'lib/directory/outside.ts',
  'lib/directory/procedures/empty-words.ts',
  'lib/directory/procedures/word-stem.ts',
  'lib/directory/suggest.ts',
  'lib/i18n/breaks.ts',
  'lib/i18n/dates.ts',
  'lib/i18n/languages.ts',
  'lib/notifications/without-links.ts',
  'lib/places/gazetteer.ts',
  'lib/places/other-towns.ts',
  'lib/places/query-words.ts',
  'lib/platform/stem.ts',
  'lib/staff/password-rules.ts',
  'prisma/seed/staff.ts',
]);

const ACCENTED = /[ąćęłńóśźż]|\p{Script=Cyrillic}/iu;

const isTold = (source: Source) => isProduct(source) && !READS_WORDS.has(source.path);

/** Every text in a file that the program holds, with its place. */
function texts(source: Source): { text: string; line: number }[] {
  const literals = nodes(source, 'Literal').flatMap((node) => {
    const text = stringOf(node);
    return text === undefined ? [] : [{ text, line: lineAt(source, node.start) }];
  });
  const templates = nodes(source, 'TemplateElement').map((node) => ({
    text: (node.value as { cooked: string }).cooked,
    line: lineAt(source, node.start),
  }));
  return [...literals, ...templates];
}

const complain = ({ text, line }: { text: string; line: number }) => `line ${line}: ${text.slice(0, 60)}`;

houseRule('no Polish or Ukrainian outside the messages and the reference data', {
  about: isTold,
  rule: (source) =>
    texts(source)
      .filter(({ text }) => ACCENTED.test(text))
      .map(complain),
  bites: {
    'lib/notifications/a.ts': "export const subject = 'Zgłoszenie przyjęte';",
    'app/api/b/route.ts': 'export const text = () => `Знайдено`;',
  },
  spares: {
    'lib/submissions/c.ts': '/** "Treść czeka na sprawdzenie". */ export const HELD = "HELD";',
  },
});

/** Names of fields whose text is shown or read out. */
const SHOWN = /^(title|subject|description|applicationName|label|alt|text|message|lead|heading|hint)$/;

/** Words, as against a key (`nav.home`), a code (`NOT_FOUND`), an address or a class name. */
const SENTENCE = /\p{L} +\p{L}|^\p{Lu}\p{Ll}{2,}$/u;

houseRule('what a page or a mail says of itself is a message too', {
  about: (source) => isTold(source) && /^(app|components|lib\/notifications)\//.test(source.path),
  rule: (source) =>
    nodes(source, 'Property').flatMap((node) => {
      const text = stringOf(node.value);
      const shown = SHOWN.test(nameOf(node.key)) && text !== undefined && SENTENCE.test(text);
      return shown ? [complain({ text, line: lineAt(source, node.start) })] : [];
    }),
  bites: {
    'app/a/page.tsx': "export const metadata = { title: 'Reports in the city' };",
    'app/b/page.tsx': "export const metadata = { description: 'Reports' };",
    'lib/notifications/c.ts': "export const mail = { subject: 'New case' };",
  },
  spares: {
    'app/d/page.tsx': "export const links = [{ label: 'nav.home', title: t('title'), text: 'NOT_FOUND' }];",
  },
});

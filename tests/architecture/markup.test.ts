import { houseRule } from './rule.ts';
import { isTest, lineAt, type Node, type Source } from './source.ts';
import { imports, nameOf, nodes, stringOf } from './tree.ts';

const isMarkup = (source: Source) => source.path.endsWith('.tsx') && !isTest(source);

function attributes(source: Source): { name: string; value: Node | null; line: number }[] {
  return nodes(source, 'JSXAttribute').map((node) => ({
    name: nameOf(node.name),
    value: node.value as Node | null,
    line: lineAt(source, node.start),
  }));
}

const objections = (source: Source, name: string) =>
  attributes(source).flatMap((each) => (each.name === name ? [`line ${each.line}: ${name}`] : []));

houseRule('our markup carries no style attribute, which the content policy would have to allow', {
  about: isMarkup,
  rule: (source) => objections(source, 'style'),
  bites: { 'components/ui/a.tsx': 'export const A = () => <p style={{ color: "red" }} />;' },
  spares: { 'components/ui/b.tsx': 'export const B = () => <p className="style" />;' },
});

houseRule('no raw HTML and no inline scripts', {
  about: isMarkup,
  rule: (source) => [
    ...objections(source, 'dangerouslySetInnerHTML'),
    ...nodes(source, 'JSXOpeningElement').flatMap((node) =>
      nameOf(node.name) === 'script' ? [`line ${lineAt(source, node.start)}: script`] : [],
    ),
  ],
  bites: {
    'components/ui/a.tsx': 'export const A = () => <p dangerouslySetInnerHTML={{ __html: "<b>" }} />;',
    'app/layout.tsx': 'export default function L() { return <script>{"run()"}</script>; }',
  },
});

houseRule('no button is ever disabled: what is missing is said after sending', {
  about: isMarkup,
  rule: (source) =>
    nodes(source, 'JSXOpeningElement').flatMap((node) => {
      const isButton = /^(button|Button|input)$/.test(nameOf(node.name));
      const names = (node.attributes as Node[]).map((each) => nameOf(each.name));
      return isButton && names.includes('disabled') ? [`line ${lineAt(source, node.start)}`] : [];
    }),
  bites: { 'components/ui/a.tsx': 'export const A = () => <button type="submit" disabled />;' },
  spares: { 'components/ui/b.tsx': 'export const B = () => <button type="submit" />;' },
});

/** Attributes whose words are read out or shown. */
const SPOKEN =
  /^(aria-(label|roledescription|valuetext|description|placeholder|braillelabel)|title|placeholder|alt|label|legend|summary|hint|caption|heading|content)$/;
const LETTERS = /\p{L}{2,}/u;

/** What is the same in every language: marks and addresses. */
const NO_LANGUAGE = /^(112|KRK|PL|EN|UA|https?:\/\/\S+)$/;

const isWords = (text: string) => LETTERS.test(text) && !NO_LANGUAGE.test(text.trim());

function writtenText(source: Source): string[] {
  const between = nodes(source, 'JSXText').flatMap((node) => (isWords(String(node.value)) ? [node] : []));
  const braces = nodes(source, 'JSXElement', 'JSXFragment')
    .flatMap((node) => node.children as Node[])
    .flatMap((child) => (child.type === 'JSXExpressionContainer' ? literals(child.expression as Node) : []));
  const spoken = attributes(source).flatMap(({ name, value }) => {
    if (!SPOKEN.test(name) || !value) return [];
    return literals(value.type === 'JSXExpressionContainer' ? (value.expression as Node) : value);
  });
  return [...between, ...braces, ...spoken].map(
    (node) =>
      `line ${lineAt(source, node.start)}: ${source.text.slice(node.start, node.end).trim().slice(0, 60)}`,
  );
}

/** Words that an expression may come out as: `'a'`, `x && 'a'`, `x ? 'a' : b`, `\`a ${x}\``. */
function literals(node: Node): Node[] {
  const text = stringOf(node);
  if (text !== undefined) return isWords(text) ? [node] : [];
  if (node.type === 'ConditionalExpression')
    return [node.consequent, node.alternate].flatMap((each) => literals(each as Node));
  if (node.type === 'LogicalExpression')
    return [node.left, node.right].flatMap((each) => literals(each as Node));
  if (node.type !== 'TemplateLiteral') return [];
  const quasis = (node.quasis as Node[]).map((quasi) => (quasi.value as { cooked: string }).cooked);
  return quasis.some(isWords) ? [node] : [];
}

houseRule('no words in markup: every visible text is a message', {
  about: isMarkup,
  rule: writtenText,
  bites: {
    'components/ui/a.tsx': 'export const A = () => <p>Wyślij zgłoszenie</p>;',
    'components/ui/b.tsx': "export const B = () => <p>{'Wyślij'}</p>;",
    'components/ui/c.tsx': 'export const C = () => <button aria-label="Zamknij" type="button" />;',
    'components/ui/d.tsx': "export const D = ({ x }: { x: boolean }) => <p>{x ? 'Tak' : null}</p>;",
    'components/ui/e.tsx': `export const E = ({ n }: { n: number }) => <img alt={\`Zdjęcie \${n}\`} />;`,
    'components/ui/f.tsx': "export const F = ({ x }: { x: boolean }) => <p>{x && 'Nowe'}</p>;",
  },
  spares: {
    'components/ui/g.tsx':
      'export const G = ({ t }: { t: (k: string) => string }) => <p className="words here">{t("a.b")} · 112 <br /></p>;',
  },
});

/** Icons stand beside words and are silent; a person who cannot see them misses nothing. */
houseRule('icons come from the server-side set', {
  about: (source) => /\.tsx?$/.test(source.path) && !isTest(source),
  rule: (source) =>
    imports(source).flatMap(({ from, typeOnly }) =>
      from === '@phosphor-icons/react' && !typeOnly && !/^['"]use client['"]/.test(source.text)
        ? ['imports the client set in a server component']
        : [],
    ),
  bites: { 'components/ui/a.tsx': "import { InfoIcon } from '@phosphor-icons/react';" },
  spares: { 'components/ui/b.tsx': "import { InfoIcon } from '@phosphor-icons/react/ssr';" },
});

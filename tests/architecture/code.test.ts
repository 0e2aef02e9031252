import { houseRule } from './rule.ts';
import { isTest, lineAt, type Node, type Source } from './source.ts';
import { nameOf, nodes, stringOf } from './tree.ts';

const MAX_LINES = 300;
const MAX_FUNCTION_LINES = 40;

houseRule(`no file is longer than ${MAX_LINES} lines, but for lists of examples`, {
  about: (source) => !source.path.endsWith('.fixture.ts'),
  rule: ({ text }) => {
    const lines = text.trimEnd().split('\n').length;
    return lines > MAX_LINES ? [`${lines} lines`] : [];
  },
  bites: { 'lib/media/a.ts': 'const a = 1;\n'.repeat(MAX_LINES + 1) },
  spares: { 'lib/media/b.ts': 'const a = 1;\n'.repeat(MAX_LINES) },
});

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

houseRule(`no function is longer than ${MAX_FUNCTION_LINES} lines`, {
  about: (source) => !isTest(source),
  rule: (source) =>
    nodes(source, ...FUNCTIONS).flatMap((node) => {
      const [from, to] = [lineAt(source, node.start), lineAt(source, node.end)];
      return to - from + 1 > MAX_FUNCTION_LINES ? [`line ${from}: ${to - from + 1} lines`] : [];
    }),
  bites: {
    'lib/media/a.ts': `function a() {\n${'  a();\n'.repeat(MAX_FUNCTION_LINES - 1)}}`,
    'components/ui/b.tsx': `export const B = () => (\n<p>\n${'<br />\n'.repeat(MAX_FUNCTION_LINES)}</p>);`,
  },
  spares: { 'lib/media/c.ts': `function c() {\n${'  c();\n'.repeat(MAX_FUNCTION_LINES - 2)}}` },
});

const KEBAB = /^(\[+(\.\.\.)?[a-z]+\]+|\([a-z]+\)|[a-z0-9]+(-[a-z0-9]+)*)$/;

houseRule('files and folders have names in kebab-case', {
  about: () => true,
  rule: ({ path }) =>
    path.split('/').flatMap((part) => {
      const name = part.replace(/(\.(config|test|spec|fixture|d))?\.tsx?$/, '');
      return KEBAB.test(name) ? [] : [`"${part}" is not`];
    }),
  bites: { 'components/ui/Button.tsx': '', 'lib/media/acceptUploads.ts': '', 'lib/Media/a.ts': '' },
  spares: { 'app/[locale]/(resident)/[...rest]/page.tsx': '', 'lib/media/accept-uploads.test.ts': '' },
});

/** Files whose default export a framework asks for. */
const DEFAULT_IS_ASKED_FOR =
  /^app\/.*(page|layout|template|error|global-error|not-found|default|sitemap|robots|manifest|icon|opengraph-image)\.tsx?$|\.config\.ts$|^proxy\.ts$|^lib\/i18n\/request\.ts$|^tests\/.*\/(global-[a-z]+)\.ts$|^scripts\/testing\/[a-z]+-reporter\.ts$|\.d\.ts$/;

houseRule('exports have names, but for what a framework asks for', {
  about: (source) => !DEFAULT_IS_ASKED_FOR.test(source.path),
  rule: (source) =>
    nodes(source, 'ExportDefaultDeclaration').map((node) => `line ${lineAt(source, node.start)}: default`),
  bites: { 'components/ui/a.tsx': 'export default function A() { return null; }' },
  spares: { 'app/page.tsx': 'export default function Page() { return null; }' },
});

/** Put together, so that a search for it finds nothing. */
const ANYTHING = `a${'ny'}`;

houseRule('no any', {
  about: () => true,
  rule: (source) => nodes(source, 'TSAnyKeyword').map((node) => `line ${lineAt(source, node.start)}`),
  bites: {
    'lib/media/a.ts': `export const a = 1 as ${ANYTHING};`,
    'lib/media/b.ts': `type B = Record<string, ${ANYTHING}>;`,
  },
  spares: { 'lib/media/c.ts': "export const c = 'any'; // any" },
});

/** Written in two parts, so that this file keeps to its own rule. */
const SILENCERS = new RegExp(`@ts${'-'}(ignore|nocheck|expect-error)|eslint${'-'}disable`);

houseRule('the type checker is not silenced', {
  about: () => true,
  rule: ({ text }) =>
    text.split('\n').flatMap((line, i) => (SILENCERS.test(line) ? [`line ${i + 1}: ${line.trim()}`] : [])),
  bites: { 'lib/media/a.ts': `// ${'@ts'}-ignore\nexport const a: string = 1;` },
});

houseRule('no tests are left out, and none runs alone', {
  about: isTest,
  rule: (source) =>
    nodes(source, 'CallExpression').flatMap((node) => {
      const name = nameOf(node.callee);
      return /^(it|test|describe)(\.\w+)*\.(only|skip|todo|fixme|fails)$/.test(name) ? [name] : [];
    }),
  bites: {
    'tests/integration/a.test.ts': "it.skip('does', () => {});",
    'tests/integration/b.test.ts': "describe.only('it', () => {});",
    'tests/e2e/c.spec.ts': "test.fixme('later', () => {});",
  },
  spares: { 'tests/integration/d.test.ts': "it.each([1])('does', () => {});" },
});

houseRule('one way to write: no Server Actions', {
  about: () => true,
  rule: (source) => directives(source).filter((directive) => directive === 'use server'),
  bites: {
    'app/actions.ts': "'use server';\nexport async function a() {}",
    'app/page.tsx':
      "export default function P() { async function act() { 'use server'; } return <form action={act} />; }",
  },
});

function directives(source: Source): string[] {
  return nodes(source, 'ExpressionStatement').flatMap((node) => stringOf(node.expression as Node) ?? []);
}

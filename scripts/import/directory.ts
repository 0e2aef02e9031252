import { listDistricts, suggestCategories } from '#lib/directory/queries.ts';
import { db } from '#lib/platform/db.ts';
import { fold } from '#lib/platform/stem.ts';
import type { Kind } from '#lib/submissions/words.ts';
import { PlainError } from '../plain-error.ts';
import type { Mapping } from './mapping.ts';

/** How it was found what a word of the file means. */
export type How = 'mapping' | 'code' | 'name' | 'words' | 'text' | 'other';
export type FoundCategory = { code: string; kind: Kind; how: How };

const OTHER: Record<Kind, string> = {
  PROBLEM: 'inny-problem',
  IDEA: 'pomysl-inny',
  QUESTION: 'pytanie-inne',
};
/** Below this a suggestion only shares a word by chance. */
const LEAST_SCORE = 0.4;

const plain = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The city's categories, units and districts, asked for by the words of another system. */
export class Directory {
  readonly #mapping: Mapping;
  readonly #categories: Map<string, { code: string; kind: Kind; how: How }>;
  readonly #departments: Map<string, string | null>;
  readonly #districts: Map<string, number>;
  /** Names of groups of problems: a whole field, which a register without kinds means more often than an idea. */
  readonly #groups: ReadonlySet<string>;
  readonly #found = new Map<string, FoundCategory | null>();

  private constructor(
    mapping: Mapping,
    categories: Map<string, FoundCategory>,
    departments: Map<string, string | null>,
    districts: Map<string, number>,
    groups: ReadonlySet<string>,
  ) {
    this.#mapping = mapping;
    this.#categories = categories;
    this.#departments = departments;
    this.#districts = districts;
    this.#groups = groups;
  }

  /** Loads what there is; throws PlainError when the mapping names what there is not. */
  static async load(mapping: Mapping): Promise<Directory> {
    const [categories, departments, districts] = await Promise.all([
      db.category.findMany({
        where: { active: true },
        select: { code: true, kind: true, name: true, groupName: true },
      }),
      db.department.findMany({ select: { code: true, name: true } }),
      listDistricts('pl'),
    ]);
    const byWord = new Map<string, FoundCategory>();
    for (const { code, kind, name } of categories) {
      byWord.set(code, { code, kind, how: 'code' });
      for (const each of namesOf(name)) if (!byWord.has(each)) byWord.set(each, { code, kind, how: 'name' });
    }
    const units = new Map<string, string | null>();
    for (const { code, name } of departments)
      for (const each of [plain(code), ...namesOf(name)]) units.set(each, code);
    const known = new Map(
      districts.flatMap(({ number, roman, name }) =>
        [
          String(number),
          roman,
          name,
          `${roman} ${name}`,
          `${number} ${name}`,
          `dzielnica ${roman}`,
          `dzielnica ${roman} ${name}`,
        ].map((each): [string, number] => [plain(each), number]),
      ),
    );
    const problems = categories.filter(({ kind }) => kind === 'PROBLEM');
    const groups = new Set(problems.flatMap(({ groupName }) => namesOf(groupName)));
    const directory = new Directory(mapping, byWord, units, known, groups);
    directory.#check(
      new Set(categories.map(({ code }) => code)),
      new Set(departments.map(({ code }) => code)),
    );
    return directory;
  }

  #check(categories: ReadonlySet<string>, departments: ReadonlySet<string>): void {
    const unknown = [
      ...Object.values(this.#mapping.categories).filter((code) => !categories.has(code)),
      ...Object.values(this.#mapping.departments).filter((code) => code !== null && !departments.has(code)),
    ];
    if (unknown.length > 0)
      throw new PlainError(`The mapping names what is not here: ${unknown.join(', ')}.`);
  }

  /**
   * The category that the words of the file mean: as mapped, a code or a name of ours, what its words suggest, what the
   * text suggests, and in the end "other".
   */
  async category(kind: Kind | null, words: string, detail: string, text: string): Promise<FoundCategory> {
    const key = `${kind} ${words} ${detail}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      found = await this.#categoryOf(kind, words, detail);
      this.#found.set(key, found);
    }
    if (found) return found;
    const wanted = kind ?? 'PROBLEM';
    return (await suggested(wanted, text, 'text')) ?? { code: OTHER[wanted], kind: wanted, how: 'other' };
  }

  async #categoryOf(kind: Kind | null, words: string, detail: string): Promise<FoundCategory | null> {
    const mapped =
      this.#mapping.categories[detail ? `${words} / ${detail}` : words] ?? this.#mapping.categories[words];
    if (!mapped && kind === null && detail === '' && this.#groups.has(plain(words))) return null;
    const named = [mapped, detail, words].flatMap((each) => (each ? this.#named(each, each === mapped) : []));
    const fitting = named.find((each) => kind === null || each.kind === kind);
    if (fitting || words === '') return fitting ?? null;
    return suggested(kind ?? 'PROBLEM', `${words} ${detail}`, 'words');
  }

  #named(text: string, mapped: boolean): FoundCategory[] {
    const found = this.#categories.get(text.trim().toLowerCase()) ?? this.#categories.get(plain(text));
    if (!found) return [];
    return [mapped ? { ...found, how: 'mapping' } : found];
  }

  /** Code of a unit; null when it is none of ours. */
  department(text: string): string | null {
    const mapped = this.#mapping.departments[text];
    return mapped !== undefined ? mapped : (this.#departments.get(plain(text)) ?? null);
  }

  district(text: string): number | null {
    return this.#mapping.districts[text] ?? this.#districts.get(plain(text)) ?? null;
  }
}

async function suggested(kind: Kind, text: string, how: How): Promise<FoundCategory | null> {
  const [best] = await suggestCategories({ kind, text, lang: 'pl' });
  return best && best.score >= LEAST_SCORE ? { code: best.code, kind, how } : null;
}

/** The names of a thing in all languages, as they are compared. */
function namesOf(name: unknown): string[] {
  return Object.values(name as Record<string, string>).map(plain);
}

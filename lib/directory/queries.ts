import type { Locale } from '#lib/i18n/languages.ts';
import { type Db, db } from '#lib/platform/db.ts';
import { memo } from '#lib/platform/memo.ts';
import { revisionOf } from '#lib/platform/revision.ts';
import type {
  CategoryDto,
  CategoryGroupDto,
  CategoryKind,
  DepartmentDto,
  DistrictDto,
  InstitutionDto,
  Route,
} from './dto.ts';
import { districtNames, textIn } from './names.ts';
import { outsideHint } from './outside.ts';
import { forgetProcedures } from './procedures/queries.ts';
import { chooseRoute } from './routing.ts';
import { Suggester, type Suggestion } from './suggest.ts';

// Reference data that everyone may read: no actor is asked for. Kept in memory until an administrator changes it, which
// every process notices within a second or two; what decides (routing) is read afresh.

const KEPT_MS = 30_000;
const changed = revisionOf('directory');

const loadCategories = () =>
  db.category.findMany({ where: { active: true }, orderBy: [{ position: 'asc' }, { code: 'asc' }] });
type CategoryRow = Awaited<ReturnType<typeof loadCategories>>[number];

const categories = memo(KEPT_MS, loadCategories, changed);
const departments = memo(
  KEPT_MS,
  () => db.department.findMany({ orderBy: [{ position: 'asc' }, { code: 'asc' }] }),
  changed,
);
const districts = memo(KEPT_MS, () =>
  db.district.findMany({
    select: { number: true, roman: true, name: true, inOther: true },
    orderBy: { number: 'asc' },
  }),
);
const institutions = memo(
  KEPT_MS,
  () => db.institution.findMany({ where: { active: true }, orderBy: [{ position: 'asc' }, { code: 'asc' }] }),
  changed,
);

const suggesters = memo(KEPT_MS, buildSuggesters, changed);

async function buildSuggesters() {
  const rows = await categories.get();
  const built = new Map<string, Suggester>();
  return (kind: CategoryKind, locale: Locale): Suggester => {
    const key = `${kind} ${locale}`;
    const known =
      built.get(key) ??
      suggesterOf(
        rows.filter((row) => row.kind === kind),
        locale,
      );
    built.set(key, known);
    return known;
  };
}

/** Drops what is held in memory, after the reference data changed. */
export function forgetDirectory(): void {
  for (const kept of [categories, departments, districts, institutions, suggesters]) kept.forget();
  forgetProcedures();
}

/** Active categories of a kind by group, in the city's order. */
export async function listCategories(kind: CategoryKind, locale: Locale): Promise<CategoryGroupDto[]> {
  const groups = new Map<string, CategoryGroupDto>();
  for (const row of await categories.get()) {
    if (row.kind !== kind) continue;
    const dto = toCategory(row, locale);
    const group = groups.get(dto.group) ?? { code: dto.group, name: dto.groupName, categories: [] };
    group.categories.push(dto);
    groups.set(dto.group, group);
  }
  return [...groups.values()];
}

/** One active category; null when there is none of this code. */
export async function findCategory(code: string, locale: Locale): Promise<CategoryDto | null> {
  const row = (await categories.get()).find((one) => one.code === code);
  return row ? toCategory(row, locale) : null;
}

/** Departments that may be given work. */
export async function listDepartments(locale: Locale): Promise<DepartmentDto[]> {
  return (await departments.get()).filter((row) => row.active).map((row) => toDepartment(row, locale));
}

/** One department, also one that was closed: old cases name it. */
export async function findDepartment(code: string, locale: Locale): Promise<DepartmentDto | null> {
  const row = (await departments.get()).find((one) => one.code === code);
  return row ? toDepartment(row, locale) : null;
}

/** The eighteen districts in order. */
export async function listDistricts(locale: Locale): Promise<DistrictDto[]> {
  return (await districts.get()).map(({ number, roman, ...row }) => ({
    number,
    roman,
    name: textIn(districtNames(row), locale),
  }));
}

/** Institutions outside the city's own, to which a resident is directed. */
export async function listInstitutions(locale: Locale): Promise<InstitutionDto[]> {
  return (await institutions.get()).map(({ code, name, scope, phone }) => ({
    code,
    name: textIn(name, locale),
    scope: textIn(scope, locale),
    phone,
  }));
}

async function findInstitution(code: string, locale: Locale): Promise<InstitutionDto | null> {
  return (await listInstitutions(locale)).find((one) => one.code === code) ?? null;
}

/**
 * Where a submission of this category in this district goes; null when there is no such category. Inside a
 * transaction pass its client.
 */
export async function routeFor(
  categoryCode: string,
  districtNumber: number | null,
  client: Db = db,
): Promise<Route | null> {
  const category = await client.category.findUnique({
    where: { code: categoryCode },
    select: {
      departmentCode: true,
      rules: { where: { department: { active: true } }, orderBy: [{ position: 'asc' }, { id: 'asc' }] },
    },
  });
  return category && chooseRoute(category.departmentCode, category.rules, districtNumber);
}

/** Categories that a text may be about: best first, at most five, none when nothing is likely. */
export async function suggestCategories(asked: {
  kind: CategoryKind;
  text: string;
  lang: Locale;
}): Promise<Suggestion[]> {
  return (await suggesters.get())(asked.kind, asked.lang).suggest(asked.text);
}

/** The institution that a text seems meant for instead of the city, with the words that say so. */
export async function suggestInstitution(
  text: string,
  locale: Locale,
): Promise<(InstitutionDto & { reason: string }) | null> {
  const hint = outsideHint(text);
  const institution = hint && (await findInstitution(hint.code, locale));
  return institution && { ...institution, reason: hint.reason };
}

function toCategory(row: CategoryRow, locale: Locale): CategoryDto {
  const { code, kind, group, departmentCode, firstAnswerDays, fixDays, danger, locationRequired, sensitive } =
    row;
  const named = { name: textIn(row.name, locale), groupName: textIn(row.groupName, locale) };
  return {
    code,
    kind,
    group,
    ...named,
    departmentCode,
    firstAnswerDays,
    fixDays,
    danger,
    locationRequired,
    sensitive,
  };
}

function toDepartment(
  row: {
    code: string;
    name: unknown;
    scope: unknown;
    parentCode: string | null;
    contact: string | null;
    contactConfirmed: boolean;
  },
  locale: Locale,
): DepartmentDto {
  const { code, parentCode } = row;
  const contact = row.contactConfirmed ? row.contact : null;
  return { code, name: textIn(row.name, locale), scope: textIn(row.scope, locale), parentCode, contact };
}

/** Lists of words in all languages: people do not always write in the language of the page. */
function allTexts(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value)
    .flat()
    .filter((one): one is string => typeof one === 'string');
}

function suggesterOf(rows: CategoryRow[], locale: Locale): Suggester {
  return new Suggester(
    rows.map(({ code, name, keywords }, position) => ({
      code,
      name: textIn(name, locale),
      names: allTexts(name),
      keywords: allTexts(keywords),
      position,
    })),
  );
}

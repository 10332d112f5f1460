/**
 * Which work a file is about: from its title, else from what its path says.
 *
 * @module
 */

/** What a file says about its work; each part may be missing. */
export interface WorkIdentity {
  /** ВПР where it is not said. */
  readonly programme?: string;
  readonly year?: number;
  readonly grade?: number;
  /** In the nominative, as in a timetable. */
  readonly subject?: string;
}

/** Reads `ВПР 2026 Русский язык 4 класс`. */
export function identityOfTitle(title: string): WorkIdentity {
  const match = /впр\s+(\d{4})\s+(.+?)\s+(\d{1,2})\s*класс/i.exec(title);
  if (match === null) return {};
  const [, year, subject = '', grade] = match;
  return { year: Number(year), grade: Number(grade), subject: subjectIn(subject) ?? subject.trim() };
}

/**
 * Reads a path such as `2020/4/Математика.xlsx` or `Проведение работы по математике, 8 класс. ВПР 2021.xlsx`; what is nearest to the
 * file wins. Only used for what the cells do not say.
 */
export function identityOfPath(path: string): WorkIdentity {
  const parts = namesIn(path);
  const nearest = parts.toReversed();
  return identityOf(
    firstOf(nearest, (part) => yearsIn(part)[0]),
    firstOf(nearest, gradeIn) ?? parts.find((part) => /^([4-9]|1[01])$/.test(part)),
    firstOf(nearest, subjectOfName),
  );
}

/** What a table of somebody's own says of its work: in the cells above it, in the name of its sheet, in its path. */
export interface TableIdentity {
  readonly said: WorkIdentity;
  /** The same without the year of a cell above the table, which may be only that of a day. */
  readonly named: WorkIdentity;
}

/** Reads what a table of somebody's own says of its work. A number alone says nothing, since schools have numbers too. */
export function identityOfTable(path: string, sheet: string, titles: readonly string[]): TableIdentity {
  const names = [sheet, ...namesIn(path).toReversed()].map(identityOfName);
  const above = titles.map(identityOfName);
  const withoutYear = above.map(({ year: _ofADay, ...rest }): WorkIdentity => rest);
  return { said: joinIdentities(...above, ...names), named: joinIdentities(...withoutYear, ...names) };
}

function identityOfName(name: string): WorkIdentity {
  return identityOf(/\D/.test(name) ? onlyYearIn(name) : undefined, gradeIn(name), subjectOfName(name));
}

function identityOf(
  year: string | undefined,
  grade: string | undefined,
  subject: string | undefined,
): WorkIdentity {
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(grade === undefined ? {} : { grade: Number(grade) }),
    ...(subject === undefined ? {} : { subject }),
  };
}

function namesIn(path: string): readonly string[] {
  return path
    .replace(/\.[a-z]+$/i, '')
    .replace(/_/g, ' ')
    .split('/');
}

function firstOf(texts: readonly string[], read: (text: string) => string | undefined): string | undefined {
  return texts.map(read).find((found) => found !== undefined);
}

/** Before a number that is one of a school. */
const OF_SCHOOL = '(?<!(?:школ[а-яё]*|сош|оош|лице[а-яё]*|гимнази[а-яё]*|№)\\s*№?\\s*)(?<!\\d)';
const YEARS = new RegExp(`${OF_SCHOOL}(20[12]\\d)(?!\\d)`, 'gi');
const GRADE = new RegExp(`${OF_SCHOOL}(\\d{1,2})\\s*-?\\s*(?:класс|кл(?![а-яё]))`, 'i');

function yearsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(YEARS), ([year]) => year);
}

/** The first of a school year; absent where years of different things are named. */
function onlyYearIn(text: string): string | undefined {
  const [first, second = first, ...others] = new Set(yearsIn(text));
  const later = Number(second) - Number(first);
  return others.length === 0 && (later === 0 || later === 1) ? first : undefined;
}

function gradeIn(text: string): string | undefined {
  return GRADE.exec(text)?.[1];
}

/** Neither a school «с углублённым изучением английского языка» nor a teacher of English makes a work one in English. */
function subjectOfName(name: string): string | undefined {
  return /изучени|учител/i.test(name) ? undefined : subjectIn(name);
}

/** What the first says, completed by the others in order. */
export function joinIdentities(...identities: readonly WorkIdentity[]): WorkIdentity {
  return Object.assign({}, ...identities.toReversed());
}

/**
 * The id that a real file gives itself: `vpr-<year>-<grade>-<subject>`, `oge-<year>-9-<subject>`, `ege-<year>-11-<subject>`; the
 * year of the work, the subject in lower case with hyphens.
 */
export function workId(programme: string, year: number, grade: number, subject: string): string {
  const prefix = PREFIXES.get(programme) ?? programme.toLowerCase();
  return `${prefix}-${year}-${grade}-${slug(subject)}`;
}

/**
 * The id of a work that nothing describes: `base`, completed by what the table says of its work and `base` does not, so that
 * works of two subjects in one folder stay two.
 */
export function ownWorkId(base: string, { year, grade, subject }: WorkIdentity): string {
  const known = identityOfPath(base);
  const name = subject === undefined || subject === known.subject ? [] : [slug(subject)];
  return [
    base,
    ...(year === undefined || year === known.year ? [] : [year]),
    ...(grade === undefined || grade === known.grade ? [] : [grade]),
    ...name,
  ].join('-');
}

function slug(subject: string): string {
  return subject.toLowerCase().trim().replace(/\s+/g, '-');
}

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['ВПР', 'vpr'],
  ['ОГЭ', 'oge'],
  ['ЕГЭ', 'ege'],
]);

/** School year of a ВПР: works are written in spring; in 2020 they were moved to the autumn of the next one. */
export function schoolYearOf(year: number, programme = 'ВПР'): string {
  return programme === 'ВПР' && year === 2020 ? '2020/2021' : `${year - 1}/${year}`;
}

/** Whether two names mean one subject, or a part of it and the whole. */
function sameSubject(one: string, other: string): boolean {
  const [left, right] = [one, other].map((name) => subjectIn(name) ?? name);
  if (left === undefined || right === undefined) return false;
  return left.toLowerCase() === right.toLowerCase() || isPart(left, right) || isPart(right, left);
}

function isPart(part: string, whole: string): boolean {
  return PARTS.get(whole)?.includes(part) === true;
}

const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['Математика', ['Алгебра', 'Геометрия']],
  ['Иностранный язык', ['Английский язык', 'Немецкий язык', 'Французский язык']],
]);

/** Whether two identities agree in what both say. */
export function fits(one: WorkIdentity, other: WorkIdentity): boolean {
  const same = <Value>(
    left: Value | undefined,
    right: Value | undefined,
    equal: (a: Value, b: Value) => boolean,
  ) => left === undefined || right === undefined || equal(left, right);
  return (
    same(one.programme, other.programme, (a, b) => a === b) &&
    same(one.year, other.year, (a, b) => a === b) &&
    same(one.grade, other.grade, (a, b) => a === b) &&
    same(one.subject, other.subject, sameSubject)
  );
}

/** The subject that a text names in any case of declension. */
export function subjectIn(text: string): string | undefined {
  const plain = text.toLowerCase().replaceAll('ё', 'е');
  return SUBJECTS.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** «русского языка» anywhere; «Русский», «Рус. яз.» only where no more than a number follows, as places have such names too. */
function language(stem: string, short: string): RegExp {
  const alone = `(?:^|класс\\s+)(?:${stem}ий|${short})\\.?(?:\\s*яз\\S*)?(?=\\s+\\d|$)`;
  return new RegExp(`${stem}\\S*\\s+язык|${alone}`);
}

/** Longer names first: «литературное чтение» before «литература»; «исторический» and «физико-…» name schools. */
const SUBJECTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Русский язык', language('русск', 'рус')],
  ['Литературное чтение', /литературн\S*\s+чтени/],
  ['Окружающий мир', /окружающ\S*\s+мир/],
  ['Английский язык', language('английск', 'англ')],
  ['Немецкий язык', language('немецк', 'нем')],
  ['Французский язык', language('французск', 'франц')],
  ['Иностранный язык', /иностранн\S*\s+язык/],
  ['Математика', /математик/],
  ['Алгебра', /алгебр/],
  ['Геометрия', /геометри(?!ч)/],
  ['Информатика', /информатик/],
  ['Литература', /литератур(?!н)/],
  ['Обществознание', /обществознани/],
  ['Биология', /биологи(?!ч)/],
  ['География', /географи(?!ч)/],
  ['История', /истори(?!ч|ко)/],
  ['Физика', /физик(?!о)/],
  ['Химия', /хими(?!ч|ко)/],
];

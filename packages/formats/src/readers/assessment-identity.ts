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
 * Reads a path such as `2020/4/Математика.xlsx` or `Проведение работы по математике, 8 класс. ВПР 2021.xlsx`.
 * Only used for what the cells do not say.
 */
export function identityOfPath(path: string): WorkIdentity {
  const text = path.replace(/\.[a-z]+$/i, '').replace(/_/g, ' ');
  const parts = text.split('/');
  const year = /(?<!\d)(20[12]\d)(?!\d)/.exec(parts.toReversed().join(' '))?.[1];
  const grade =
    /(?<!\d)(\d{1,2})\s*-?\s*(?:класс|кл(?![а-яё]))/i.exec(text)?.[1] ??
    parts.find((part) => /^([4-9]|1[01])$/.test(part));
  const subject = subjectIn(parts.toReversed().join(' '));
  return {
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(grade === undefined ? {} : { grade: Number(grade) }),
    ...(subject === undefined ? {} : { subject }),
  };
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
  return `${prefix}-${year}-${grade}-${subject.toLowerCase().trim().replace(/\s+/g, '-')}`;
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

/** Whether two names mean one subject. */
function sameSubject(one: string, other: string): boolean {
  return (subjectIn(one) ?? one).toLowerCase() === (subjectIn(other) ?? other).toLowerCase();
}

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

/** Longer names first: «литературное чтение» before «литература». */
const SUBJECTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Русский язык', /русск\S*\s+язык/],
  ['Литературное чтение', /литературн\S*\s+чтени/],
  ['Окружающий мир', /окружающ\S*\s+мир/],
  ['Английский язык', /английск\S*\s+язык/],
  ['Немецкий язык', /немецк\S*\s+язык/],
  ['Французский язык', /французск\S*\s+язык/],
  ['Иностранный язык', /иностранн\S*\s+язык/],
  ['Математика', /математик/],
  ['Информатика', /информатик/],
  ['Литература', /литератур/],
  ['Обществознание', /обществознани/],
  ['Биология', /биологи/],
  ['География', /географи/],
  ['История', /истори/],
  ['Физика', /физик/],
  ['Химия', /хими/],
];

import type { Language } from '../foundation/issue.js';
import type { Assessment, EarlierTopic } from './assessment.js';

/**
 * Topics of earlier grades behind some items, as far as the codifier says so: codes that are taught in an earlier grade than that
 * of the work, and what entries rest on. Each once, lower grades first, those without a grade last.
 */
export function earlierTopics(
  { grade, items, codifier = [] }: Pick<Assessment, 'grade' | 'items' | 'codifier'>,
  wanted: readonly string[],
): readonly EarlierTopic[] {
  const codes = new Set(items.flatMap((item) => (wanted.includes(item.id) ? (item.codes ?? []) : [])));
  const topics = codifier
    .filter(({ code }) => codes.has(code))
    .flatMap(({ code, name, grade: taught, earlier = [] }): readonly EarlierTopic[] =>
      name !== '' && taught !== undefined && grade !== undefined && taught < grade
        ? [{ name, grade: taught, code }, ...earlier]
        : earlier,
    );
  const once = new Map(topics.map((topic) => [JSON.stringify([topic.grade, topic.name]), topic]));
  return [...once.values()].sort(
    (one, other) => (one.grade ?? Number.POSITIVE_INFINITY) - (other.grade ?? Number.POSITIVE_INFINITY) || 0,
  );
}

/** «темы 5 класса: «Дроби», «Проценты»; 6 класса: «Пропорции»», to follow «опирается на». Empty for no topics. */
export function earlierTopicsText(topics: readonly EarlierTopic[], language: Language): string {
  const grades = new Map<number | undefined, string[]>();
  for (const { grade, name } of topics)
    grades.set(grade, [...(grades.get(grade) ?? []), language === 'ru' ? `«${name}»` : `“${name}”`]);
  const [first, ...others] = Array.from(grades, ([grade, names]) =>
    language === 'ru'
      ? `${grade === undefined ? 'прошлых лет' : `${grade}\u00a0класса`}: ${names.join(', ')}`
      : `${grade === undefined ? 'earlier years' : `grade\u00a0${grade}`}: ${names.join(', ')}`,
  );
  if (first === undefined) return '';
  return [`${language === 'ru' ? 'темы' : 'topics of'} ${first}`, ...others].join('; ');
}

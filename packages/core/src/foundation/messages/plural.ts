/** Russian forms: 1 ученик, 2 ученика, 5 учеников. */
export function pluralRu(count: number, one: string, few: string, many: string): string {
  const category = RUSSIAN.select(count);
  return category === 'one' ? one : category === 'few' ? few : many;
}

/** English forms: 1 pupil, 2 pupils. */
export function pluralEn(count: number, one: string, other: string): string {
  return count === 1 ? one : other;
}

const RUSSIAN = new Intl.PluralRules('ru');

/**
 * Borders of test scores («тестовый балл», 0 to 100): data with a source, replaceable by the caller.
 *
 * @module
 */
import { plainText } from '../foundation/plain-text.js';
import type { Verification } from './finding-rules.js';

export interface TestScoreRules {
  readonly id: string;
  readonly verification: Verification;
  readonly source: string;
  /** Lowest test score that passes («минимальный балл»), by subject. Subjects that are not here have none. */
  readonly minimums: ReadonlyMap<string, number>;
  /** From here on a result counts as a middle one or better. */
  readonly middleFrom: number;
  /** From here on a result counts as a high one; above `middleFrom`. */
  readonly highFrom: number;
}

/** The lowest passing score of a subject, whatever its letters' case; absent = the ruleset has none. */
export function minimumOf({ minimums }: TestScoreRules, subject: string): number | undefined {
  const wanted = plainText(subject);
  return [...minimums].find(([name]) => plainText(name) === wanted)?.[1];
}

const FOREIGN = ['Английский язык', 'Немецкий язык', 'Французский язык', 'Испанский язык', 'Китайский язык'];

/**
 * Minimums for the certificate of secondary education in 2026, as newspapers quote the poster of Рособрнадзор; entry to
 * a university asks for more in Russian. The document itself we have not seen. Mathematics has a test score only at the
 * profile level. The borders 61 and 81 are our own choice.
 */
export const ege2026: TestScoreRules = /* @__PURE__ */ (() => ({
  id: 'ege-2026',
  verification: 'second-hand' as const,
  source:
    'Минимальные баллы ЕГЭ 2026 года для аттестата по плакату Рособрнадзора (niasam.ru, news.mail.ru, 20.01.2026); границы 61 и 81 — собственный выбор',
  minimums: new Map([
    ['Русский язык', 24],
    ['Математика', 27],
    ['Математика профильная', 27],
    ['Обществознание', 42],
    ['Информатика', 40],
    ['География', 37],
    ['Физика', 36],
    ['Химия', 36],
    ['Биология', 36],
    ['История', 32],
    ['Литература', 32],
    ...FOREIGN.map((subject) => [subject, 22] as const),
  ]),
  middleFrom: 61,
  highFrom: 81,
}))();

/** Rulesets that can be asked for by name. */
export const TEST_SCORE_RULESETS: readonly TestScoreRules[] = /* @__PURE__ */ (() => [ege2026])();

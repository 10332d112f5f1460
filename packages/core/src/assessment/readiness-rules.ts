/**
 * What counts as ready for the next stage of school («готовность к переходу»: 4 → 5, 9 → 10): data with a source.
 *
 * @module
 */
import type { Verification } from './finding-rules.js';

/** One indicator of readiness, or a family of them that the plan's tags name. */
export type ReadinessRule = PassedRule | TaggedSkillsRule;

interface RuleOrigin {
  readonly id: string;
  readonly verification: Verification;
  readonly source: string;
}

/** Share of pupils whose work has at least the mark. */
export interface PassedRule extends RuleOrigin {
  readonly kind: 'passed';
  /** Works of this grade only. */
  readonly grade: number;
  readonly mark: 3 | 4 | 5;
  /** Share 0..1 that is aimed at; absent = nobody has set one. */
  readonly target?: number;
}

/**
 * Share of pupils with full points on the items of a tag `<tag>:<name>` or `<tag>:<name>=<target>`; works of any grade.
 * Of several items it is an upper bound («не больше»): the lowest share among them.
 */
export interface TaggedSkillsRule extends RuleOrigin {
  readonly kind: 'tagged-skills';
  readonly tag: string;
  /** Share 0..1 for tags that set none. */
  readonly target: number;
}

/**
 * A work with a mark of 3 or more is how the order of marks itself tells pass from fail; it has no target, since none is set
 * anywhere. The skills are those that a school or district names in its plan: «100 % выпускников начальной школы знают таблицу
 * умножения» is such a target of practice.
 */
export const READINESS_RULES: readonly ReadinessRule[] = [
  {
    id: 'passed-4',
    kind: 'passed',
    grade: 4,
    mark: 3,
    source: 'Собственное правило: отметка 3 и выше за работу 4 класса; переход 4 → 5',
    verification: 'own',
  },
  {
    id: 'passed-9',
    kind: 'passed',
    grade: 9,
    mark: 3,
    source: 'Собственное правило: отметка 3 и выше за работу 9 класса; переход 9 → 10',
    verification: 'own',
  },
  {
    id: 'skill',
    kind: 'tagged-skills',
    tag: 'readiness',
    target: 1,
    source: 'Собственное правило: умения, которые план работы помечает как нужные для следующей ступени',
    verification: 'own',
  },
];

/**
 * Stages of the diagnosis of a school, one after the other.
 *
 * @module
 */
import type { LocalDate } from '../calendar/local-date.js';
import type { Named, RuleSource } from './rule-source.js';

export interface StageRules extends RuleSource {
  /** In the order in which they open. */
  readonly stages: readonly Named[];
}

/**
 * Stages as schools of Omsk went through them (2020): social passport, radar chart made of it, self-diagnosis and SWOT
 * are said to follow each other; the choice of directions and the road map come after them in the text.
 */
export const omskStages: StageRules = {
  id: 'omsk-2020-stages',
  verification: 'second-hand',
  source: 'БОУ ДО г. Омска «ЦТРИГО „Перспектива“», справка о поддержке школ с низкими результатами, 2020',
  stages: [
    stage('passport', 'Социальный паспорт', 'Social passport'),
    stage('radar', 'Лепестковая диаграмма', 'Radar chart'),
    stage('self-rating', 'Самодиагностика', 'Self-diagnosis'),
    stage('swot', 'SWOT-анализ', 'SWOT analysis'),
    stage('directions', 'Выбор направлений', 'Choice of directions'),
    stage('road-map', 'Дорожная карта', 'Road map'),
  ],
};

export interface DoneStage {
  readonly stage: Named;
  /** Absent = done, the day is not known. */
  readonly date?: LocalDate;
}

/** Why a stage is not taken for done. */
export type StageProblem =
  | { readonly code: 'unknown'; readonly stage: string }
  /** It stands there twice. */
  | { readonly code: 'twice'; readonly stage: string }
  /** `before` is the stage that is open and not done. */
  | { readonly code: 'not-open'; readonly stage: string; readonly before: string }
  /** It would have been done before the stage before it. */
  | {
      readonly code: 'too-early';
      readonly stage: string;
      readonly date: LocalDate;
      readonly before: string;
      readonly beforeDate: LocalDate;
    };

/** How far a school is. Only {@link StageProgress.complete} makes one, so stages are always done in their order. */
export class StageProgress {
  readonly #rules: StageRules;
  readonly done: readonly DoneStage[];

  private constructor(rules: StageRules, done: readonly DoneStage[]) {
    this.#rules = rules;
    this.done = done;
  }

  /** Nothing is done, the first stage is open. */
  static start(rules: StageRules): StageProgress {
    return new StageProgress(rules, []);
  }

  /** The stage that can be done next; absent when all are. */
  get open(): Named | undefined {
    return this.#rules.stages[this.done.length];
  }

  /** Stages that are not open yet. */
  get closed(): readonly Named[] {
    return this.#rules.stages.slice(this.done.length + 1);
  }

  /** With one more stage done, or why it cannot be. */
  complete(id: string, date?: LocalDate): StageProgress | StageProblem {
    const { open } = this;
    const stage = this.#rules.stages.find((each) => each.id === id);
    if (stage === undefined) return { code: 'unknown', stage: id };
    if (open === undefined || this.done.some((each) => each.stage === stage))
      return { code: 'twice', stage: id };
    if (open !== stage) return { code: 'not-open', stage: id, before: open.id };
    const last = this.done.findLast((each) => each.date !== undefined);
    if (last?.date !== undefined && date !== undefined && date < last.date)
      return { code: 'too-early', stage: id, date, before: last.stage.id, beforeDate: last.date };
    return new StageProgress(this.#rules, [...this.done, date === undefined ? { stage } : { stage, date }]);
  }
}

/** A stage that somebody says is done. */
export interface StageRecord {
  readonly stage: string;
  readonly date?: LocalDate;
}

/**
 * How far a school is by records in any order, and the records that cannot be. They are taken in the order of the stages: a stage
 * whose predecessor is not done is refused, and the stages before it stand.
 */
export function stageProgress<Record extends StageRecord>(
  records: readonly Record[],
  rules: StageRules,
): {
  readonly progress: StageProgress;
  readonly refused: readonly { readonly record: Record; readonly problem: StageProblem }[];
} {
  const place = ({ stage: id }: StageRecord) => rules.stages.findIndex((each) => each.id === id);
  const refused: { record: Record; problem: StageProblem }[] = [];
  let progress = StageProgress.start(rules);
  for (const record of [...records].sort((one, other) => place(one) - place(other))) {
    const next = progress.complete(record.stage, record.date);
    if (next instanceof StageProgress) progress = next;
    else refused.push({ record, problem: next });
  }
  return { progress, refused };
}

function stage(id: string, ru: string, en: string): Named {
  return { id, name: { ru, en } };
}

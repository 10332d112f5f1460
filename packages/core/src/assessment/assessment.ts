/**
 * What was written: an assessment («оценочная процедура»: ВПР, ОГЭ, ЕГЭ, a diagnostic work), its items and its mark scale.
 *
 * @module
 */

/** Level of difficulty by the test plan: «базовый», «повышенный», «высокий». */
export type ItemLevel = 'basic' | 'advanced' | 'high';

/** Whether the item checks the subject or a skill common to subjects («метапредметное»). */
export type Skill = 'subject' | 'metasubject';

/** One item («задание») or one criterion of it that has points of its own. */
export interface Item {
  /** The printed number, normalised: `9.1`, `5(1)`, `4K1`. */
  readonly id: string;
  /** Points of a full answer, above zero. Absent = not known; never guessed from the data. */
  readonly maxPoints?: number;
  readonly level?: ItemLevel;
  /** Section of the school programme («раздел программы»). */
  readonly section?: string;
  readonly skill?: Skill;
  /** Codes of content elements and requirements («КЭС», «КТ»). */
  readonly codes?: readonly string[];
  readonly tags?: readonly string[];
  /** Skills and kinds of activity that the plan names («умения, виды деятельности»). */
  readonly skills?: readonly string[];
  /** What the pupil has learnt («блоки ПООП: выпускник научится / получит возможность научиться»). */
  readonly plannedResult?: string;
  /** What pupils choose from («варианты ответа»), where the file holds what they chose; with `key`. */
  readonly options?: readonly string[];
  /** The option that is right («ключ»); it gives all points of the item, any other none. */
  readonly key?: string;
}

/** From `min` points of the total on, the mark is `mark` (or a higher one). */
export interface MarkBorder {
  readonly mark: number;
  readonly min: number;
}

/**
 * A side condition of a scale («не менее 2 баллов по геометрии», «баллы за грамотность»): for one of `marks` the items need
 * `min` points together, else the mark is `otherwise`.
 */
export interface MarkCondition {
  readonly items: readonly string[];
  readonly min: number;
  readonly marks: readonly number[];
  readonly otherwise: number;
}

/** Who set a scale, and for which year. */
export interface ScaleOrigin {
  /** A region or a school may set its own. */
  readonly owner?: string;
  /** `2024/2025`. */
  readonly schoolYear?: string;
}

/** A topic of an earlier grade that an element rests on. */
export interface EarlierTopic {
  readonly name: string;
  readonly grade?: number;
  readonly code?: string;
}

/** One line of a codifier («кодификатор»): a content element («КЭС») or a requirement («КТ»). */
export interface CodifierEntry {
  readonly code: string;
  readonly name: string;
  readonly kind?: 'content' | 'requirement';
  /** Grade in which it is taught («класс, в котором изучается»). */
  readonly grade?: number;
  /** What it rests on, as the codifier says («опирается на»); whole, so that it outlives the entries of codes nobody uses. */
  readonly earlier?: readonly EarlierTopic[];
}

/** The mark scale («шкала перевода первичных баллов в отметки»), ordered by `min`. */
export type MarkScale = readonly MarkBorder[];

/**
 * Test score («тестовый балл», 0 to 100) by primary score («первичный балл»), whole points as text: `{ "10": 24, "11":
 * 27 }`. Only what was given or seen, never between. Where two tallies were put together, more points may have a lower
 * score: then neither pair counts.
 */
export type TestScores = Readonly<Record<string, number>>;

/** Smallest step of points: whole points, or halves where the assessment says so. */
export type PointStep = 1 | 0.5;

/** An assessment as its organiser describes it. */
export interface Assessment {
  /** Opaque; for a real file `vpr-<year>-<grade>-<subject>`, likewise `oge-<year>-9-…` and `ege-<year>-11-…`. */
  readonly id: string;
  /** ВПР, ОГЭ, ЕГЭ, … */
  readonly programme: string;
  readonly subject: string;
  /** Absent, like the school year, only for files that nothing describes. */
  readonly grade?: number;
  /** `2024/2025`. */
  readonly schoolYear?: string;
  readonly items: readonly Item[];
  readonly markScale?: MarkScale;
  /** Side conditions of the scale, in the order in which they are applied. */
  readonly markConditions?: readonly MarkCondition[];
  readonly scaleOrigin?: ScaleOrigin;
  /** Of ЕГЭ; every subject and year has its own. */
  readonly testScores?: TestScores;
  /** Names of the codes of the items. */
  readonly codifier?: readonly CodifierEntry[];
  /** Id of an earlier assessment with the very same items, for comparing years. Never guessed from equal numbers. */
  readonly sameItemsAs?: string;
  /** @defaultValue 1 */
  readonly pointStep?: PointStep;
}

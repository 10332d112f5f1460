/**
 * Directions of work that a school chooses («направления деятельности, требующие наибольшего внимания»).
 *
 * @module
 */
import type { Figure } from '../foundation/figure.js';
import { known, missing } from '../foundation/figure.js';
import type { Named, RuleSource } from './rule-source.js';

export interface DirectionRules extends RuleSource {
  /** How many are to be chosen; neither more nor fewer. */
  readonly choose: number;
  readonly directions: readonly Named[];
}

/** Seven directions of which heads of 62 schools of Omsk chose three (2020). */
export const sevenDirections: DirectionRules = {
  id: 'omsk-2020-directions',
  verification: 'second-hand',
  source: 'БОУ ДО г. Омска «ЦТРИГО „Перспектива“», справка о поддержке школ с низкими результатами, 2020',
  choose: 3,
  directions: [
    direction('basic-results', 'Массовость достижения базовых результатов', 'Basic results reached by many'),
    direction('talent', 'Развитие таланта', 'Developing talent'),
    direction(
      'transparency',
      'Прозрачность и объективность образовательного процесса',
      'Transparent and objective teaching and marking',
    ),
    direction('environment', 'Качество образовательной среды', 'Quality of the school environment'),
    direction('individual', 'Индивидуализация образовательного процесса', 'Teaching that suits each pupil'),
    direction(
      'programmes',
      'Результаты участия в региональных и федеральных программах подготовки выпускников',
      'Results of regional and federal programmes for leavers',
    ),
    direction(
      'transition',
      'Качество реализации программы перевода образовательной организации в эффективный режим развития',
      'How well the programme of the school’s improvement is carried out',
    ),
  ],
};

/** What a school chose; ids in the order of the ruleset, each once. */
export interface DirectionChoice {
  readonly kind: 'complete' | 'too-few' | 'too-many';
  readonly directions: readonly string[];
}

/** Judges a choice. Ids that the ruleset does not list, and a direction named twice, do not count. */
export function directionChoice(chosen: Iterable<string>, rules: DirectionRules): DirectionChoice {
  const named = new Set(chosen);
  const directions = rules.directions.flatMap(({ id }) => (named.has(id) ? [id] : []));
  const { length } = directions;
  return {
    kind: length === rules.choose ? 'complete' : length < rules.choose ? 'too-few' : 'too-many',
    directions,
  };
}

export interface DirectionTally {
  /** Schools that chose anything: the denominator of the shares. */
  readonly schools: number;
  readonly complete: number;
  readonly tooFew: number;
  readonly tooMany: number;
  /** In the order of the ruleset. */
  readonly directions: readonly {
    readonly direction: Named;
    readonly chosen: number;
    readonly share: Figure;
  }[];
  /** Of all shares; the number to choose where every choice is complete. */
  readonly sum: number;
}

/**
 * How many schools chose each direction. Incomplete choices count as they stand and are told apart, so that a sum that is not
 * the number to choose is explained. Shares have no interval: these are all schools that answered, not a sample.
 */
export function directionTally(choices: readonly DirectionChoice[], rules: DirectionRules): DirectionTally {
  const answered = choices.filter(({ directions }) => directions.length > 0);
  const { length: schools } = answered;
  const of = (kind: DirectionChoice['kind']) => answered.filter((choice) => choice.kind === kind).length;
  const directions = rules.directions.map((direction) => {
    const chosen = answered.filter((choice) => choice.directions.includes(direction.id)).length;
    return {
      direction,
      chosen,
      share: schools === 0 ? missing('not-entered') : known(chosen / schools, schools),
    };
  });
  return {
    schools,
    complete: of('complete'),
    tooFew: of('too-few'),
    tooMany: of('too-many'),
    directions,
    sum: schools === 0 ? 0 : directions.reduce((sum, { chosen }) => sum + chosen, 0) / schools,
  };
}

function direction(id: string, ru: string, en: string): Named {
  return { id, name: { ru, en } };
}

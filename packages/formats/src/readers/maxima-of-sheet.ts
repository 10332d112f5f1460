/**
 * Points above the maxima of a description: whose error they are, the pupils' or that of the description.
 *
 * @module
 */
import type { Assessment } from '@orientir/core/assessment';
import { MAX_HALF_POINTS, NOT_ADMINISTERED } from '@orientir/core/assessment';
import type { Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { IssueLog } from './issue-log.js';
import type { ItemCells } from './item-cells.js';

/** Counts the pupils of one sheet who were not absent, and those of them with points above a maximum. */
export class MaximaOfSheet {
  /** By item: the highest code that it allows. */
  readonly highest: Uint8Array;
  readonly #assessment: Assessment;
  readonly #above: Uint32Array;
  #pupils = 0;
  /** By item: pupils who have no points. */
  readonly #unanswered: Uint32Array;

  /** `items`: how many the sheet is read for; more than the work has where nobody knows the work. */
  constructor(assessment: Assessment, items: number) {
    this.#assessment = assessment;
    this.highest = Uint8Array.from({ length: items }, (_, item) => {
      const max = assessment.items[item]?.maxPoints;
      return max === undefined ? MAX_HALF_POINTS : Math.min(MAX_HALF_POINTS, max * 2);
    });
    this.#above = new Uint32Array(items);
    this.#unanswered = new Uint32Array(items);
  }

  /** Counts the pupil in hand, and says whether all points of it are within the maxima. */
  allow({ codes, states, stateCount, isAbove }: ItemCells, hasChoices: boolean): boolean {
    this.#pupils++;
    if (!isAbove && !hasChoices) {
      for (let i = 0; i < stateCount; i++) {
        const item = states[i] ?? 0;
        this.#unanswered[item] = (this.#unanswered[item] ?? 0) + 1;
      }
      return true;
    }
    let within = true;
    for (let item = 0; item < codes.length; item++) {
      const code = codes[item] ?? NOT_ADMINISTERED;
      if (code > MAX_HALF_POINTS) this.#unanswered[item] = (this.#unanswered[item] ?? 0) + 1;
      else if (code > (this.highest[item] ?? MAX_HALF_POINTS)) {
        this.#above[item] = (this.#above[item] ?? 0) + 1;
        within = false;
      }
    }
    return within;
  }

  /** The work without the maxima that many pupils exceed, which is told. */
  settle(log: IssueLog, place: Place): Assessment {
    const assessment = this.#assessment;
    const contradicted = new Map<number, { above: number; answered: number }>();
    this.#above.forEach((above, item) => {
      const answered = this.#pupils - (this.#unanswered[item] ?? 0);
      if (tooManyAbove(above, answered)) contradicted.set(item, { above, answered });
    });
    if (contradicted.size === 0) return assessment;
    const [worst] = [...contradicted.values()].sort((one, other) => other.above - one.above);
    log.add(
      issue('max-contradicted', 'error', place, {
        items: [...contradicted.keys()].map((index) => assessment.items[index]?.id ?? '').join(', '),
        pupils: worst?.above ?? 0,
        of: worst?.answered ?? 0,
      }),
    );
    return {
      ...assessment,
      items: assessment.items.map((item, index) => {
        if (!contradicted.has(index)) return item;
        const { maxPoints: _wrong, ...rest } = item;
        return rest;
      }),
    };
  }
}

/**
 * Our choice: so many pupils of a sheet do not err alike, so it is the maximum that is wrong. Of a sheet, since a plan that is
 * not of a work is the trouble of one file: it must not decide about the pupils of others, nor wait for them.
 */
function tooManyAbove(above: number, answered: number): boolean {
  return (above >= 5 && above * 10 >= answered) || (above >= 3 && above * 2 >= answered);
}

import type { Assessment } from '../assessment/assessment.js';
import { isContradiction, joinAssessments } from '../assessment/join-assessments.js';
import type { ResponseBlock } from '../assessment/responses.js';
import { countBlock } from './count-block.js';
import { onlyComplete } from './only-complete.js';
import type { StatedRow } from './stated.js';
import { putStated } from './stated.js';
import type { AssessmentTally, GroupTally, Tally } from './tally.js';
import { AssessmentConflict, describeBy, putKeyedGroups, putProducts } from './tally.js';

export interface TallyOptions {
  /**
   * Without the counts of item × total a tally of blocks takes about half the time and memory, and has no reliability and
   * no item–rest correlation.
   *
   * @defaultValue true
   */
  readonly crossTables?: boolean;
}

/**
 * Adds up many blocks and tallies. The result does not depend on their order; the cost is that of the parts, not of
 * what was added before.
 */
export class TallySum {
  readonly #crossTables: boolean;
  #shared = false;
  readonly #assessments = new Map<string, Sum>();
  readonly #stated = new Map<string, StatedRow>();

  constructor({ crossTables = true }: TallyOptions = {}) {
    this.#crossTables = crossTables;
  }

  /** @throws as {@link add} does. */
  addBlock(block: ResponseBlock): void {
    this.#add(countBlock(block, this.#crossTables));
  }

  /** Adds a tally without a common pupil. @throws {AssessmentConflict} Nothing of the tally was added then. */
  addTally(tally: Tally): void {
    for (const { assessment } of tally.assessments.values()) this.#joined(assessment);
    this.#shared ||= tally.shared;
    for (const each of tally.assessments.values()) this.#add(each);
    this.addStated([...tally.stated.values()]);
  }

  /** Adds what reports state. It is not added up: of two reports on one unit that about more pupils stands. */
  addStated(results: readonly StatedRow[]): void {
    for (const result of results) putStated(this.#stated, result);
  }

  /** The sum so far; later additions do not change it. */
  tally(): Tally {
    const assessments = new Map<string, AssessmentTally>();
    for (const [id, sum] of this.#assessments) {
      if (!sum.settled) sum.of = onlyComplete(sum.of);
      sum.settled = true;
      sum.own = false;
      assessments.set(id, sum.of);
    }
    return { shared: this.#shared, assessments, stated: new Map(this.#stated) };
  }

  #add(part: AssessmentTally): void {
    const { id } = part.assessment;
    const there = this.#assessments.get(id);
    if (there === undefined) {
      this.#assessments.set(id, { of: part, own: false, settled: true });
      return;
    }
    const joined = this.#joined(part.assessment);
    const left = describeBy(joined, there.of);
    const right = describeBy(joined, part);
    // What was handed out, or came in from outside, is copied once and then added to in place.
    const own = there.own && left.groups === there.of.groups;
    const mine = (map: ReadonlyMap<string, GroupTally>) => (own && map instanceof Map ? map : new Map(map));
    const groups = mine(left.groups);
    const teachers = mine(left.teachers);
    putKeyedGroups(groups, right.groups);
    putKeyedGroups(teachers, right.teachers);
    // There are few of these.
    const groupings = new Map(left.groupings);
    putKeyedGroups(groupings, right.groupings);
    const products = new Map(left.products);
    putProducts(products, right.products);
    this.#assessments.set(id, {
      of: { assessment: joined, groups, teachers, groupings, products },
      own: true,
      settled: false,
    });
  }

  #joined(assessment: Assessment): Assessment {
    const there = this.#assessments.get(assessment.id)?.of.assessment;
    if (there === undefined || there === assessment) return assessment;
    const joined = joinAssessments(there, assessment);
    if (!isContradiction(joined)) return joined;
    throw new AssessmentConflict(assessment.id, joined.field, joined.one, joined.other);
  }
}

interface Sum {
  of: AssessmentTally;
  /** Nobody else holds its maps. */
  own: boolean;
  /** What is complete was settled for the whole: see `onlyComplete`. */
  settled: boolean;
}

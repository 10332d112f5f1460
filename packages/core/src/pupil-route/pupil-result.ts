import type { Assessment } from '../assessment/assessment.js';
import type { Unit } from '../assessment/responses.js';
import { MAX_HALF_POINTS, NOT_ADMINISTERED, NOT_ATTEMPTED, NOT_TAUGHT } from '../assessment/responses.js';
import type { Place } from '../foundation/issue.js';

/** What a reader knows of one row that it accepted. */
export interface PupilRow {
  readonly assessment: Assessment;
  /** As the row names it: the same unit stands in the tally of the file. */
  readonly unit: Unit;
  /** Half points or state codes, in the order of `assessment.items`. */
  readonly codes: ArrayLike<number>;
  readonly absent: boolean;
  /** Where the row stands. */
  readonly place: Place;
}

/** What a pupil did on an item: points, or the state that stands in their place. */
export type ItemResponse = number | 'not-attempted' | 'not-taught';

/** `unknown-max`: there are points, but nobody said how many there could be. */
export type ItemState =
  | 'solved'
  | 'partly-solved'
  | 'not-solved'
  | 'not-attempted'
  | 'not-taught'
  | 'unknown-max';

/**
 * What one pupil did in one work: personal data («персональные данные», 152-ФЗ), for the school only.
 *
 * A class with private members, so that no other type has its shape: it fits no tally, table, plan or chart. Turned into
 * JSON it is empty.
 */
export class PupilResult {
  readonly #row: Omit<PupilRow, 'codes'>;
  readonly #responses: ReadonlyMap<string, ItemResponse>;

  constructor(row: PupilRow) {
    const { assessment, unit, absent, place } = row;
    this.#row = { assessment, unit, absent, place };
    this.#responses = responsesOf(row);
  }

  get assessment(): Assessment {
    return this.#row.assessment;
  }

  get unit(): Unit {
    return this.#row.unit;
  }

  get absent(): boolean {
    return this.#row.absent;
  }

  get place(): Place {
    return this.#row.place;
  }

  /** Absent = the item was not in the pupil's variant. */
  responseTo(item: string): ItemResponse | undefined {
    return this.#responses.get(item);
  }
}

function responsesOf({ assessment, codes }: PupilRow): ReadonlyMap<string, ItemResponse> {
  const responses = new Map<string, ItemResponse>();
  assessment.items.forEach(({ id }, index) => {
    const code = codes[index] ?? NOT_ADMINISTERED;
    if (code <= MAX_HALF_POINTS) responses.set(id, code / 2);
    else if (code === NOT_ATTEMPTED) responses.set(id, 'not-attempted');
    else if (code === NOT_TAUGHT) responses.set(id, 'not-taught');
  });
  return responses;
}

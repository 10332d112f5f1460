import type { Unit } from '@orientir/core/assessment';
import type { Place } from '@orientir/core/foundation';
import type { PupilRow } from '@orientir/core/pupil-route';
import { PupilResult } from '@orientir/core/pupil-route';

/** One pupil whose own results are wanted, by the code in the files. Names are not read, so no name can be asked for. */
export interface PupilToRead {
  readonly code: string;
  /** A result that counts; only after the whole file was read and accepted. */
  readonly onResult: (result: PupilResult) => void;
  /**
   * A row of the pupil that does not count: the issues of this place say why, those of the file where it was refused as a whole.
   * `unit` as far as the row says it.
   */
  readonly onRefused: (place: Place, unit: Unit | undefined) => void;
}

/** Watches the rows of one file pass by and keeps those of the pupil until it is known whether the file counts. */
export class PupilWatch {
  readonly code: string;
  readonly #pupil: PupilToRead;
  readonly #results: PupilResult[] = [];
  readonly #refused: (readonly [place: Place, unit: Unit | undefined])[] = [];

  constructor(pupil: PupilToRead) {
    this.#pupil = pupil;
    this.code = pupil.code;
  }

  accept(row: PupilRow): void {
    this.#results.push(new PupilResult(row));
  }

  refuse(place: Place, unit: Unit | undefined): void {
    this.#refused.push([place, unit]);
  }

  /** The file was read to its end: its results count, or with the file none of them does. */
  finish(isFileAccepted: boolean): void {
    for (const [place, unit] of this.#refused) this.#pupil.onRefused(place, unit);
    for (const result of this.#results) {
      if (isFileAccepted) this.#pupil.onResult(result);
      else this.#pupil.onRefused(result.place, result.unit);
    }
  }
}

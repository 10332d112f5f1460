/**
 * Rows of numbers, one for each level.
 *
 * @module
 */

/**
 * Rows in one piece of memory: where each is asked for once or twice, arrays of their own take longer to make than to fill.
 */
export class LevelRows {
  readonly width: number;
  /** Row after row; another array once there are more rows. */
  numbers: Float64Array;
  #end = 0;

  /** @param room - for so many rows at first. */
  constructor(width: number, room: number) {
    this.width = width;
    this.numbers = new Float64Array(width * room);
  }

  /** Where a new row starts; nothing stands there yet. */
  add(): number {
    const start = this.#end;
    this.#end += this.width;
    if (this.#end > this.numbers.length) {
      const wider = new Float64Array(2 * this.numbers.length);
      wider.set(this.numbers);
      this.numbers = wider;
    }
    return start;
  }
}

import type { Assessment, ResponseBlock, Unit } from '@orientir/core/assessment';

/** A pupil whose row was accepted. */
export interface AcceptedPupil {
  readonly unit: Unit;
  readonly variant: string;
  /** Empty = not given. */
  readonly teacher: string;
  /** Half points or state codes, in the order of the items of the work. */
  readonly codes: ArrayLike<number>;
  readonly mark: number;
  readonly journalMark: number;
  readonly absent: boolean;
  /** Values in the order of the grouping columns; empty = not given. Absent = there are no such columns. */
  readonly groups?: readonly string[];
}

/** Puts pupils into columns and hands every full block on. */
export class BlockBuilder {
  readonly #assessment: Assessment;
  readonly #emit: (block: ResponseBlock) => void;
  readonly #keepsBlocks: boolean;
  #columns: Columns;
  #rows = 0;
  readonly #units = new Places<Unit>();
  readonly #variants = new Places<string>();
  readonly #teachers = new Places<string>();
  readonly #groupings: readonly { readonly column: string; readonly values: Places<string> }[];

  /** @param keepsBlocks - whether somebody may look at a block after `emit` has returned; else its memory is used again. */
  constructor(
    assessment: Assessment,
    emit: (block: ResponseBlock) => void,
    keepsBlocks: boolean,
    groupings: readonly string[] = [],
  ) {
    this.#assessment = assessment;
    this.#emit = emit;
    this.#keepsBlocks = keepsBlocks;
    this.#groupings = groupings.map((column) => ({ column, values: new Places<string>() }));
    this.#columns = this.#room(FIRST_ROWS);
  }

  /** Units are told apart by identity: equal ones must be the same object. */
  add(pupil: AcceptedPupil): void {
    if (this.#rows === this.#columns.unit.length) this.#grow();
    const columns = this.#columns;
    const row = this.#rows++;
    columns.unit[row] = this.#units.placeOf(pupil.unit);
    columns.variant[row] = this.#variants.placeOf(pupil.variant);
    columns.teacher[row] = pupil.teacher === '' ? 0 : this.#teachers.placeOf(pupil.teacher) + 1;
    columns.mark[row] = pupil.mark;
    columns.journalMark[row] = pupil.journalMark;
    columns.absent[row] = pupil.absent ? 1 : 0;
    const { points } = columns;
    for (let item = 0; item < points.length; item++) {
      const column = points[item];
      if (column !== undefined) column[row] = pupil.codes[item] ?? 0;
    }
    this.#groupings.forEach(({ values }, index) => {
      const value = pupil.groups?.[index] ?? '';
      const column = columns.groups[index];
      if (column !== undefined) column[row] = value === '' ? 0 : values.placeOf(value) + 1;
    });
    if (this.#rows === BLOCK_ROWS) this.flush();
  }

  /** Hands on what is left. */
  flush(): void {
    const rows = this.#rows;
    if (rows === 0) return;
    const { unit, variant, teacher, groups, points, mark, journalMark, absent } = this.#columns;
    this.#emit({
      assessment: this.#assessment,
      rows,
      units: this.#units.take(),
      unit: unit.subarray(0, rows),
      variants: this.#variants.take(),
      variant: variant.subarray(0, rows),
      teachers: this.#teachers.take(),
      teacher: teacher.subarray(0, rows),
      ...(groups.length === 0
        ? {}
        : {
            groupings: this.#groupings.map(({ column, values }, index) => ({
              column,
              values: values.take(),
              value: (groups[index] ?? NO_VALUES).subarray(0, rows),
            })),
          }),
      points: points.map((column) => column.subarray(0, rows)),
      mark: mark.subarray(0, rows),
      journalMark: journalMark.subarray(0, rows),
      absent: absent.subarray(0, rows),
    });
    if (this.#keepsBlocks) this.#columns = this.#room(rows < BLOCK_ROWS ? FIRST_ROWS : BLOCK_ROWS);
    this.#rows = 0;
  }

  #room(rows: number): Columns {
    return makeColumns(rows, this.#assessment.items.length, this.#groupings.length);
  }

  #grow(): void {
    const { unit, variant, teacher, groups, points, mark, journalMark, absent } = this.#columns;
    const larger = this.#room(BLOCK_ROWS);
    larger.unit.set(unit);
    larger.variant.set(variant);
    larger.teacher.set(teacher);
    groups.forEach((column, index) => {
      larger.groups[index]?.set(column);
    });
    points.forEach((column, item) => {
      larger.points[item]?.set(column);
    });
    larger.mark.set(mark);
    larger.journalMark.set(journalMark);
    larger.absent.set(absent);
    this.#columns = larger;
  }
}

/** Room of the first columns: most files hold a class or a school, and room for a block takes longer than to read them. */
const FIRST_ROWS = 512;
/** Rows of a block at most: enough to be fast, few enough to keep memory small. */
const BLOCK_ROWS = 32_768;

type Columns = ReturnType<typeof makeColumns>;

const NO_VALUES = new Uint32Array(0);

function makeColumns(rows: number, items: number, groupings: number) {
  return {
    unit: new Uint32Array(rows),
    variant: new Uint16Array(rows),
    teacher: new Uint32Array(rows),
    groups: Array.from({ length: groupings }, () => new Uint32Array(rows)),
    points: Array.from({ length: items }, () => new Uint8Array(rows)),
    mark: new Uint8Array(rows),
    journalMark: new Uint8Array(rows),
    absent: new Uint8Array(rows),
  };
}

/** Distinct values in the order in which they came. */
class Places<Value> {
  #values: Value[] = [];
  readonly #places = new Map<Value, number>();
  #last: Value | undefined;
  #lastPlace = -1;

  placeOf(value: Value): number {
    if (value === this.#last && this.#lastPlace >= 0) return this.#lastPlace;
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.#values.length;
      this.#places.set(value, place);
      this.#values.push(value);
    }
    this.#last = value;
    this.#lastPlace = place;
    return place;
  }

  take(): readonly Value[] {
    const values = this.#values;
    this.#values = [];
    this.#places.clear();
    this.#lastPlace = -1;
    return values;
  }
}

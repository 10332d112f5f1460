/**
 * Pupils just over a mark border against pupils just under it («скопление у границы отметки»).
 *
 * @module
 */
import type { ScoreLattice } from './score-lattice.js';

/** What a school shows at all borders together. */
export interface Bunching {
  /** Pupils with a total at a border or one step under it. */
  readonly n: number;
  /** Pupils at the borders above what is expected. */
  readonly excess: number;
  /** Probability of at least as many at the borders. */
  readonly p: number;
  /** Smallest p that could have come out. */
  readonly leastP: number;
  /**
   * Probability of p at most the level of the room if the share of those under a border that the room has were lifted over
   * it; 0 where `leastP` is above it.
   */
  readonly power: number;
}

/**
 * Exact test of bunching for the school that the lattice read, given `tilt` of its {@link ScoreLattice.tilt}.
 *
 * Formula: of the m pupils of the school at a border c or one step under it, as many are at c as in Fisher's noncentral
 * hypergeometric distribution: the margins are the two totals of the region (the school among them), the odds ratio is e^(t ·
 * step), since the school's distribution is the region's tilted by t. A peak of the whole region is in the margins and so is
 * expected; what a small region does not know about its own peak is, too. Borders are convolved, one after the other;
 * p = P(at least as many).
 * Borders that share a total with the one before, or that nobody of the rest is near, are left out.
 * Source: own; the conditional distribution by Fisher (1935), JRSS 98, 39–82; tilted histograms in bunching as in Dee, Dobbie,
 * Jacob & Rockoff (2019), AEJ: Applied 11(3), 382–423.
 * Cost: the square of the number of pupils near borders, and as much again where something could be significant.
 *
 * @param borders - half points, ascending. @param step - half points between totals.
 * @param room - one for all schools that are tested.
 */
export function borderBunching(
  lattice: ScoreLattice,
  tilt: number,
  borders: readonly number[],
  step: number,
  room: BunchingRoom,
): Bunching {
  const ratio = Math.exp(tilt * step);
  let usual = room.row(0, 1);
  usual[0] = 1;
  let pupils = 0;
  let at = 0;
  let turn = 0;
  let taken = Number.NEGATIVE_INFINITY;
  room.near.length = 0;
  for (const border of borders) {
    const upper = lattice.place(border);
    const lower = lattice.place(border - step);
    if (border - step <= taken || upper < 0 || lower < 0) continue;
    taken = border;
    const ownAt = lattice.own[upper] ?? 0;
    const own = ownAt + (lattice.own[lower] ?? 0);
    const allAt = lattice.pupils[upper] ?? 0;
    const all = allAt + (lattice.pupils[lower] ?? 0);
    if (own === 0 || all === own) continue;
    const row = room.row(FIRST_BORDER + room.near.length, own + 1);
    room.near.push(own);
    const masses = hypergeometricMasses(own, allAt, all - allAt, ratio, row);
    // What is made and what it is made of lie in two rows by turns.
    turn = 1 - turn;
    usual = convolve(usual, pupils, masses, own, room.row(turn, pupils + own + 1));
    pupils += own;
    at += ownAt;
  }
  let expected = 0;
  for (let count = 1; count <= pupils; count++) expected += count * (usual[count] ?? 0);
  const leastP = leastTail(usual, pupils);
  return {
    n: pupils,
    excess: at - expected,
    p: tailFrom(usual, at, pupils),
    leastP,
    // Most small schools end here: nothing they could show would be significant.
    power: leastP > room.level ? 0 : powerOf(usual, pupils, room),
  };
}

function leastTail(masses: Float64Array, last: number): number {
  for (let count = last; count >= 0; count--) {
    const mass = masses[count] ?? 0;
    if (mass > 0) return Math.min(1, mass);
  }
  return 1;
}

/** Chance to reach the smallest count that is significant, when pupils are lifted at every border in `room.near`. */
function powerOf(usual: Float64Array, pupils: number, room: BunchingRoom): number {
  let critical = pupils + 1;
  // Rounding may leave all masses together below a level next to 1.
  for (let tail = usual[pupils] ?? 0; critical > 0 && tail <= room.level; tail += usual[critical - 1] ?? 0)
    critical--;
  let helped = room.row(HELPED, 1);
  helped[0] = 1;
  let before = 0;
  let turn = 0;
  const { near } = room;
  const last = near.length - 1;
  for (let border = 0; border < last; border++) {
    const own = near[border] ?? 0;
    const moved = room.lift(room.row(FIRST_BORDER + border, own + 1), own, room.row(MOVED, own + 1));
    turn = 1 - turn;
    helped = convolve(helped, before, moved, own, room.row(HELPED + turn, before + own + 1));
    before += own;
  }
  // Of the last border only how many reach what the others leave to be reached.
  const own = near[last] ?? 0;
  const reached = room.lift(room.row(FIRST_BORDER + last, own + 1), own, room.row(MOVED, own + 1));
  for (let count = own - 1; count >= 0; count--)
    reached[count] = (reached[count] ?? 0) + (reached[count + 1] ?? 0);
  let power = 0;
  for (let count = Math.max(0, critical - own); count <= before; count++) {
    power += (helped[count] ?? 0) * (reached[Math.max(0, critical - count)] ?? 0);
  }
  return Math.min(1, power);
}

function tailFrom(masses: Float64Array, from: number, last: number): number {
  if (from === 0) return 1;
  let tail = 0;
  for (let count = last; count >= from; count--) tail += masses[count] ?? 0;
  return Math.min(1, tail);
}

/**
 * Fisher's noncentral hypergeometric distribution of the number of `at` among `drawn`: masses of 0 … drawn.
 *
 * Computed outwards from the mode of the plain odds, so that nothing overflows.
 *
 * @param masses - where to put them.
 */
export function hypergeometricMasses(
  drawn: number,
  at: number,
  under: number,
  ratio: number,
  masses: Float64Array = new Float64Array(drawn + 1),
): Float64Array {
  masses.fill(0, 0, drawn + 1);
  const least = Math.max(0, drawn - under);
  const most = Math.min(drawn, at);
  const odds = (at * ratio) / (at * ratio + under);
  const start = Math.min(most, Math.max(least, Math.round(drawn * odds)));
  masses[start] = 1;
  let sum = 1;
  let mass = 1;
  for (let count = start; count < most; count++) {
    mass *= (((at - count) * (drawn - count)) / ((count + 1) * (under - drawn + count + 1))) * ratio;
    masses[count + 1] = mass;
    sum += mass;
  }
  mass = 1;
  for (let count = start; count > least; count--) {
    mass *= (count * (under - drawn + count)) / ((at - count + 1) * (drawn - count + 1) * ratio);
    masses[count - 1] = mass;
    sum += mass;
  }
  for (let count = 0; count <= drawn; count++) masses[count] = (masses[count] ?? 0) / sum;
  return masses;
}

/** What the schools of a region are tested with, one after the other: new arrays for each would cost more than the sums. */
export class BunchingRoom {
  /** Pupils at or just under each border that counts for the school that was tested last. */
  readonly near: number[] = [];
  readonly level: number;
  readonly #lifted: number;
  readonly #rows: Float64Array[] = [];
  /** By number of pupils under a border: masses of how many of them are lifted. */
  readonly #liftedMasses: Float64Array[] = [];

  /** `lifted` as in `PowerAlternatives`, `level` as in `OwnRules`. */
  constructor(lifted: number, level: number) {
    this.#lifted = lifted;
    this.level = level;
  }

  /** At least so long; what it held may stand in it. */
  row(place: number, length: number): Float64Array {
    let row = this.#rows[place];
    if (row === undefined || row.length < length) {
      row = new Float64Array(Math.max(32, 2 * length));
      this.#rows[place] = row;
    }
    return row;
  }

  /** Masses of 0 … drawn when each pupil under the border is lifted over it with the probability `lifted`. */
  lift(masses: Float64Array, drawn: number, into: Float64Array): Float64Array {
    into.fill(0, 0, drawn + 1);
    for (let count = 0; count <= drawn; count++) {
      const under = drawn - count;
      const mass = masses[count] ?? 0;
      const lifted = this.#liftedOf(under);
      for (let more = 0; more <= under; more++) {
        into[count + more] = (into[count + more] ?? 0) + mass * (lifted[more] ?? 0);
      }
    }
    return into;
  }

  /** Binomial masses of so many pupils; kept for as many as stand near a border in most schools. */
  #liftedOf(under: number): Float64Array {
    while (this.#liftedMasses.length <= Math.min(under, MOST_KEPT)) {
      this.#liftedMasses.push(binomialMasses(this.#liftedMasses.length, this.#lifted));
    }
    return this.#liftedMasses[under] ?? binomialMasses(under, this.#lifted);
  }
}

function binomialMasses(n: number, share: number): Float64Array {
  const masses = new Float64Array(n + 1);
  let mass = (1 - share) ** n;
  for (let count = 0; count <= n; count++) {
    masses[count] = mass;
    mass *= ((n - count) / (count + 1)) * (share / (1 - share));
  }
  return masses;
}

/** Masses of 0 … `lastOne` and 0 … `lastOther`, added up. */
function convolve(
  one: Float64Array,
  lastOne: number,
  other: Float64Array,
  lastOther: number,
  into: Float64Array,
): Float64Array {
  into.fill(0, 0, lastOne + lastOther + 1);
  for (let i = 0; i <= lastOne; i++) {
    const mass = one[i] ?? 0;
    for (let j = 0; j <= lastOther; j++) into[i + j] = (into[i + j] ?? 0) + mass * (other[j] ?? 0);
  }
  return into;
}

/** Rows of a room: two for the school as it is, two with pupils lifted, one for a border with them, then one for each border. */
const HELPED = 2;
const MOVED = 4;
const FIRST_BORDER = 5;
/** More would take more memory than they save time. */
const MOST_KEPT = 128;

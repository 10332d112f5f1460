import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeOf } from '../../test/complete-counts.js';
import { between } from '../../test/evenly.js';
import { BunchingRoom, borderBunching, hypergeometricMasses } from './border-bunching.js';
import { ScoreLattice } from './score-lattice.js';

const LEVEL = 0.05;

const completeTotals = (totals: readonly number[]) =>
  completeOf(
    [9, 1],
    totals.map((total) => [total, 0]),
  );
const read = (region: readonly number[], school: readonly number[]) => {
  const lattice = new ScoreLattice(completeTotals(region));
  lattice.read(completeTotals(school));
  return lattice;
};

/** Every subset of `size` of the pupils of a region. */
function* subsets(size: number, from: number, pupils: number): Iterable<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= pupils - size; first++) {
    for (const rest of subsets(size - 1, first + 1, pupils)) yield [first, ...rest];
  }
}

/** Distribution of a sum. */
function sumOf(one: readonly number[], other: readonly number[]): number[] {
  const sums = new Array<number>(one.length + other.length - 1).fill(0);
  one.forEach((mass, i) => {
    other.forEach((more, j) => {
      sums[i + j] = (sums[i + j] ?? 0) + mass * more;
    });
  });
  return sums;
}

function binomial(n: number, share: number): number[] {
  let masses = [1];
  for (let each = 0; each < n; each++) masses = sumOf(masses, [1 - share, share]);
  return masses;
}

const LOG_FACTORIALS = [0];
function logFactorial(n: number): number {
  for (let next = LOG_FACTORIALS.length; next <= n; next++)
    LOG_FACTORIALS.push((LOG_FACTORIALS[next - 1] ?? 0) + Math.log(next));
  return LOG_FACTORIALS[n] ?? Number.NaN;
}
function logChoose(n: number, k: number): number {
  return k < 0 || k > n ? Number.NEGATIVE_INFINITY : logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** C(at, k) C(under, drawn − k) ratioᵏ over their sum. */
function plainMasses(drawn: number, at: number, under: number, ratio: number): number[] {
  const logs = Array.from(
    { length: drawn + 1 },
    (_, count) => logChoose(at, count) + logChoose(under, drawn - count) + count * Math.log(ratio),
  );
  const most = Math.max(...logs);
  const all = logs.reduce((sum, log) => sum + Math.exp(log - most), 0);
  return logs.map((log) => Math.exp(log - most) / all);
}

describe('borderBunching', () => {
  it('is what counting every possible school gives', () => {
    // Two borders, 4 and 7; pupils of the region near them; a school has two at 3 or 4 and two at 6 or 7.
    const low = [3, 3, 3, 4, 4];
    const high = [6, 6, 7, 7, 7, 7];
    const ratio = 1.7;
    let all = 0;
    let extreme = 0;
    for (const one of subsets(2, 0, low.length)) {
      for (const other of subsets(2, 0, high.length)) {
        const at = one.filter((i) => low[i] === 4).length + other.filter((i) => high[i] === 7).length;
        const weight = ratio ** at;
        all += weight;
        if (at >= 3) extreme += weight;
      }
    }
    const lattice = read([...low, ...high], [3, 4, 7, 7]);
    const found = borderBunching(lattice, Math.log(ratio) / 2, [8, 14], 2, new BunchingRoom(0.5, LEVEL));
    expect(found.n).toBe(4);
    expect(found.p).toBeCloseTo(extreme / all, 12);
  });

  it('without a tilt is the hypergeometric distribution', () => {
    // 3 of 5 at the border among the region's 4 and 6: C(4, k) C(6, 5 − k) / 252.
    const masses = hypergeometricMasses(5, 4, 6, 1);
    for (const [count, ways] of [6, 60, 120, 60, 6, 0].entries()) {
      expect(masses[count]).toBeCloseTo(ways / 252, 12);
    }
    expect([...hypergeometricMasses(3, 5, 1, 2)].slice(0, 2)).toEqual([0, 0]);
  });

  it('ends at any level below 1: rounding may leave all masses together below it', () => {
    const region = Array.from({ length: 60 }, (_, at) => at % 9);
    const lattice = read([...region, 3, 4], [3, 4]);
    const powers = Array.from({ length: 400 }, (_, at) => {
      const tilt = (at - 200) / 70;
      return borderBunching(lattice, tilt, [8], 2, new BunchingRoom(0.5, 1 - 2 ** -53)).power;
    });
    expect(powers.every((power) => power > 0.5 && power <= 1)).toBe(true);
    // Every count is significant then.
    expect(powers).toContain(1);
  });

  it('tells the expectation, the least p and the power', () => {
    // One border, six pupils near it: region 6 at and 6 under, no tilt; school 3 and 3.
    const lattice = read([3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4], [3, 3, 3, 4, 4, 4]);
    const found = borderBunching(lattice, 0, [8], 2, new BunchingRoom(0.5, LEVEL));
    expect(found.excess).toBeCloseTo(0, 12);
    // C(6, k) C(6, 6 − k) / 924: 1, 36, 225, 400, 225, 36, 1.
    expect(found.p).toBeCloseTo(662 / 924, 12);
    expect(found.leastP).toBeCloseTo(1 / 924, 12);
    // 37 / 924 = .04 is significant, 262 / 924 is not: five or six at the border. Each of those under it is lifted or not.
    const ways = [1, 36, 225, 400, 225, 36, 1];
    const lifted = (under: number, atMost: number) => {
      let chance = 0;
      let choices = 1;
      for (let left = 0; left <= atMost; left++) {
        chance += choices / 2 ** under;
        choices = (choices * (under - left)) / (left + 1);
      }
      return chance;
    };
    const power = ways.reduce((sum, of, at) => sum + (of / 924) * lifted(6 - at, Math.min(1, 6 - at)), 0);
    expect(found.power).toBeCloseTo(power, 12);
  });

  it('has the power that moving the pupils of every border by themselves gives, room or no room', () => {
    const total = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 40 });
    fc.assert(
      fc.property(total, total, between(-0.3, 0.3), (rest, school, tilt) => {
        const lattice = read([...rest, ...school], school);
        const lifted = 0.4;
        const borders = [4, 8, 14];
        const room = new BunchingRoom(lifted, LEVEL);
        // What another school left in the room does not count.
        borderBunching(read([...rest, 1, 2, 3, 4, 4, 6, 7], [1, 2, 3, 4, 4, 6, 7]), 0.1, borders, 2, room);
        const found = borderBunching(lattice, tilt, borders, 2, room);
        expect(found).toEqual(borderBunching(lattice, tilt, borders, 2, new BunchingRoom(lifted, LEVEL)));
        let usual = [1];
        let helped = [1];
        for (const border of borders) {
          const at = lattice.place(border);
          const under = lattice.place(border - 2);
          if (at < 0 || under < 0) continue;
          const own = (lattice.own[at] ?? 0) + (lattice.own[under] ?? 0);
          const all = (lattice.pupils[at] ?? 0) + (lattice.pupils[under] ?? 0);
          if (own === 0 || own === all) continue;
          const allAt = lattice.pupils[at] ?? 0;
          const masses = [...hypergeometricMasses(own, allAt, all - allAt, Math.exp(2 * tilt))];
          usual = sumOf(usual, masses);
          const moved = masses.map((mass, count) => [count, mass, binomial(own - count, lifted)] as const);
          helped = sumOf(
            helped,
            masses.map((_, count) =>
              moved.reduce((sum, [from, mass, by]) => sum + mass * (by[count - from] ?? 0), 0),
            ),
          );
        }
        let tail = 0;
        let power = 0;
        for (let count = usual.length - 1; count >= 0; count--) {
          tail += usual[count] ?? 0;
          if (tail > 0.05) break;
          power += helped[count] ?? 0;
        }
        expect(found.power).toBeCloseTo(found.leastP > 0.05 ? 0 : power, 12);
      }),
    );
  });

  it('is the same formula for schools of hundreds, in a room that held few', () => {
    const many = (under: number, at: number) => [
      ...new Array<number>(under).fill(3),
      ...new Array<number>(at).fill(4),
    ];
    const [own, at, under, lifted] = [300, 640, 560, 0.05];
    const lattice = read([...many(400, 500), ...many(160, 140), ...many(3, 2)], many(160, 140));
    const small = read([...many(400, 500), ...many(160, 140), ...many(3, 2)], many(3, 2));
    const room = new BunchingRoom(lifted, LEVEL);
    for (const tilt of [-0.1, 0, 0.07]) {
      borderBunching(small, tilt, [8], 2, room);
      const found = borderBunching(lattice, tilt, [8], 2, room);
      const masses = plainMasses(own, at + 2, under + 3, Math.exp(2 * tilt));
      const tail = (from: number) => masses.slice(from).reduce((sum, mass) => sum + mass, 0);
      expect(found.p).toBeCloseTo(tail(140), 9);
      expect(found.excess).toBeCloseTo(140 - masses.reduce((sum, mass, count) => sum + mass * count, 0), 7);
      const critical = masses.findIndex((_, count) => tail(count) <= 0.05);
      let power = 0;
      masses.forEach((mass, count) => {
        for (let more = Math.max(0, critical - count); more <= own - count; more++)
          power +=
            mass *
            Math.exp(
              logChoose(own - count, more) +
                more * Math.log(lifted) +
                (own - count - more) * Math.log(1 - lifted),
            );
      });
      expect(found.power).toBeCloseTo(power, 9);
      expect(found).toEqual(borderBunching(lattice, tilt, [8], 2, new BunchingRoom(lifted, LEVEL)));
    }
  });

  it('has the power of the outcomes up to .05, wherever that border falls', () => {
    const lattice = read([3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4], [3, 3, 3, 4, 4, 4]);
    for (let tilt = -0.9; tilt < 0.4; tilt += 0.02) {
      const found = borderBunching(lattice, tilt, [8], 2, new BunchingRoom(0.5, LEVEL));
      const masses = plainMasses(6, 6, 6, Math.exp(2 * tilt));
      let power = 0;
      masses.forEach((mass, count) => {
        binomial(6 - count, 0.5).forEach((chance, more) => {
          const reached = masses.slice(count + more).reduce((sum, each) => sum + each, 0);
          if (reached <= 0.05) power += mass * chance;
        });
      });
      expect(found.power).toBeCloseTo(power, 12);
    }
  });

  it('knows the least p where fewer than the pupils of the school can be at the border', () => {
    const lattice = read([3, 3, 3, 3, 3, 3, 3, 3, 4, 4], [3, 3, 3, 4, 4]);
    // All two of the region: C(8, 3) of C(10, 5).
    expect(borderBunching(lattice, 0, [8], 2, new BunchingRoom(0.5, LEVEL)).leastP).toBeCloseTo(56 / 252, 12);
  });

  it('has masses of thousands, wherever they are', () => {
    for (const [drawn, at, under, ratio] of [
      [3000, 60000, 40000, 1.2],
      [3000, 60000, 40000, 0.01],
      [3000, 2000, 90000, 30],
      [3000, 90000, 2000, 0.2],
    ] as const) {
      const masses = hypergeometricMasses(drawn, at, under, ratio);
      const plain = plainMasses(drawn, at, under, ratio);
      const apart = plain.map((mass, count) => Math.abs(mass - (masses[count] ?? Number.NaN)));
      expect(Math.max(...apart)).toBeLessThan(1e-9);
    }
  });

  it('leaves out borders that share a total, that nobody else is near, or that lie outside', () => {
    const lattice = read([3, 3, 4, 4, 5, 5, 8], [3, 4, 5]);
    // 5 shares 4 with the border 4; 9 and 2 do not occur.
    expect(borderBunching(lattice, 0, [8, 10], 2, new BunchingRoom(0.5, LEVEL)).n).toBe(2);
    expect(borderBunching(lattice, 0, [4, 18], 2, new BunchingRoom(0.5, LEVEL)).n).toBe(0);
    expect(borderBunching(read([1, 7, 8, 3, 4], [3, 4]), 0, [8], 2, new BunchingRoom(0.5, LEVEL))).toEqual({
      n: 0,
      excess: 0,
      p: 1,
      leastP: 1,
      power: 0,
    });
  });

  it('is certain of nothing when nobody is at a border', () => {
    expect(borderBunching(read([3, 3, 4, 4], [3]), 0, [8], 2, new BunchingRoom(0.5, LEVEL))).toMatchObject({
      p: 1,
      n: 1,
      leastP: 0.5,
      power: 0,
    });
  });
});

describe('ScoreLattice', () => {
  it('tilts the others to the mean of the school', () => {
    const lattice = read([0, 2, 2, 3, 3, 5, 9, 9, 4], [2, 9]);
    const tilt = lattice.tilt() ?? Number.NaN;
    const [sum, mean] = lattice.tilted.reduce(
      ([all, of], weight, place) => [all + weight, of + weight * (lattice.totals[place] ?? 0)],
      [0, 0],
    );
    expect(sum).toBeCloseTo(1, 12);
    expect(mean).toBeCloseTo(11, 10);
    // Others: 0, 2, 3, 3, 5, 9, 4 points; weights are the counts times e^(t · half points).
    const ratio = (lattice.tilted[lattice.place(18)] ?? 0) / (lattice.tilted[lattice.place(0)] ?? 1);
    expect(Math.log(ratio)).toBeCloseTo(18 * tilt, 9);
    expect((lattice.tilted[lattice.place(6)] ?? 0) / (lattice.tilted[lattice.place(4)] ?? 1)).toBeCloseTo(
      2 * Math.exp(2 * tilt),
      9,
    );
  });

  it.each([
    ['low', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]],
    ['high', [9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 8]],
  ])('reaches means near the end: %s', (_, school) => {
    const lattice = read([...school, 0, 1, 5, 8, 9], school);
    expect(lattice.tilt()).toBeDefined();
    const mean = lattice.tilted.reduce((of, weight, place) => of + weight * (lattice.totals[place] ?? 0), 0);
    expect(mean).toBeCloseTo(lattice.sum / lattice.n, 9);
  });

  it('has no tilt beyond the others, nor without them', () => {
    expect(read([1, 2, 9], [9]).tilt()).toBeUndefined();
    expect(read([1, 2, 2, 9], [2]).tilt()).toBeDefined();
    expect(read([3, 3, 3], [3]).tilt()).toBeUndefined();
    expect(read([1, 4], [1, 4]).tilt()).toBeUndefined();
  });
});

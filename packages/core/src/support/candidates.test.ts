import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SupportRows } from '../../test/support-rows.js';
import { anOffer, aTeacher, supportRows } from '../../test/support-rows.js';
import type { Rejection } from './index.js';
import { candidates } from './index.js';

const plain = (text: string) => text.trim().toLowerCase().replace('ё', 'е');

/** Definition, pair by pair: needs joined by topic, then one question after the other. */
function firstReason(
  { teachers, offers, deficits }: SupportRows,
  t: number,
  o: number,
  tooFew: boolean,
): Rejection | undefined {
  const teacher = teachers[t];
  const offer = offers[o];
  if (teacher === undefined || offer === undefined) throw new Error('no such pair');
  const severities = new Map<string, number>();
  for (const { topic, severity, teacher: of } of deficits)
    if (of === teacher.teacher)
      severities.set(plain(topic), Math.max(severity, severities.get(plain(topic)) ?? 0));
  const shared = [...severities].filter(([key]) => offer.topics.some((topic) => plain(topic) === key));
  if (shared.length === 0) return 'topic';
  if (!shared.some(([, severity]) => severity <= offer.strength)) return 'strength';
  const { slot } = offer;
  if (
    slot !== undefined &&
    teacher.slots.length > 0 &&
    !teacher.slots.some((own) => plain(own) === plain(slot))
  )
    return 'slot';
  if (teacher.hours !== undefined && teacher.hours < offer.hours) return 'hours';
  if (offer.places === 0) return 'places';
  if (teacher.limit === 0) return 'limit';
  return tooFew ? 'group' : undefined;
}

function tooFewFor(rows: SupportRows, o: number): boolean {
  const able = rows.teachers.filter((_, t) => firstReason(rows, t, o, false) === undefined).length;
  const { places, minGroup } = rows.offers[o] ?? { places: 0, minGroup: 0 };
  return minGroup > 1 && Math.min(able, places) < minGroup;
}

describe('candidates', () => {
  it('allow exactly the pairs against which no reason stands, and name the first one of the others', () => {
    fc.assert(
      fc.property(supportRows(), (rows) => {
        const of = candidates(rows.teachers, rows.offers, rows.deficits);
        rows.teachers.forEach(({ teacher }, t) => {
          rows.offers.forEach(({ offer }, o) => {
            const expected = firstReason(rows, t, o, tooFewFor(rows, o));
            expect(of.whyNot(teacher, offer)).toBe(expected);
            expect(of.pairOf(of.problem, teacher, offer) === undefined).toBe(expected !== undefined);
          });
        });
      }),
    );
  });

  it('say which needs a pair serves, joined by topic with the greatest severity', () => {
    const of = candidates(
      [aTeacher('t1')],
      [anOffer('o1', ['учет ', 'Дроби'], { strength: 2 })],
      [
        { teacher: 't1', topic: 'Учёт', severity: 1, source: 'заявлено' },
        { teacher: 't1', topic: 'УЧЕТ', severity: 2, source: 'ВПР' },
        { teacher: 't1', topic: 'Дроби', severity: 3 },
        { teacher: 't9', topic: 'Дроби', severity: 3 },
      ],
    );
    expect(of.needs).toEqual([
      { teacher: 0, key: 'дроби', topic: 'Дроби', severity: 3, sources: [] },
      { teacher: 0, key: 'учет', topic: 'Учёт', severity: 2, sources: ['заявлено', 'ВПР'] },
    ]);
    expect(Array.from(of.problem.pairMask)).toEqual([0b10]);
    expect(Array.from(of.problem.needWeight)).toEqual([30, 20]);
    expect(of.leftOut).toEqual([{ teacher: 't9', topic: 'Дроби', severity: 3 }]);
  });

  it('do not depend on the order of rows', () => {
    fc.assert(
      fc.property(supportRows(), ({ teachers, offers, deficits }) => {
        const one = candidates(teachers, offers, deficits);
        const other = candidates([...teachers].reverse(), [...offers].reverse(), deficits);
        expect(other.problem).toEqual(one.problem);
      }),
    );
  });

  it('weigh needs by severity and the greatest multiplier of the groups', () => {
    const deficits = ['t1', 't2'].map((teacher) => ({ teacher, topic: 'Дроби', severity: 2 as const }));
    const teachers = [aTeacher('t1'), aTeacher('t2', { groups: ['young', 'low_results'] })];
    const of = candidates(teachers, [], deficits);
    expect(Array.from(of.problem.needWeight)).toEqual([20, 30]);
  });

  it('leave out the mildest of more than 31 topics', () => {
    const deficits = Array.from({ length: 33 }, (_, i) => ({
      teacher: 't1',
      topic: `тема ${i}`,
      severity: i < 2 ? (1 as const) : (2 as const),
    }));
    const of = candidates([aTeacher('t1')], [], deficits);
    expect(of.needs).toHaveLength(31);
    expect(of.leftOut.map(({ topic }) => topic)).toEqual(['тема 0', 'тема 1']);
  });

  it('hold settled pairs whatever stands against them, but for a group that too few can take', () => {
    const offers = [
      anOffer('o1', ['Чтение'], { slot: 'пн' }),
      anOffer('o2', ['Дроби'], { places: 5, minGroup: 2 }),
    ];
    const locks = [
      { teacher: 't1', offer: 'o1' },
      { teacher: 't1', offer: 'o2' },
    ];
    const teachers = [aTeacher('t1', { slots: ['вт'] }), aTeacher('t2')];
    const few = candidates(teachers, offers, [], { locks });
    expect(few.brokenLocks).toEqual([locks[1]]);
    expect(Array.from(few.problem.pairLocked)).toEqual([1]);
    expect(Array.from(few.problem.pairMask)).toEqual([0]);
    const deficits = [{ teacher: 't2', topic: 'Дроби', severity: 1 as const }];
    const enough = candidates(teachers, offers, deficits, { locks });
    expect(enough.brokenLocks).toEqual([]);
    expect(Array.from(enough.problem.pairOffer)).toEqual([0, 1, 1]);
    expect(Array.from(enough.problem.pairLocked)).toEqual([1, 1, 0]);
  });

  it('price hours, ways, money and changes of an earlier plan', () => {
    const offers = [
      anOffer('o1', ['Дроби'], { hours: 8, place: 's2', cost: 2000 }),
      anOffer('o2', ['Дроби'], { place: 'S1' }),
    ];
    const deficits = [{ teacher: 't1', topic: 'Дроби', severity: 1 as const }];
    const teachers = [aTeacher('t1', { school: 's1' })];
    expect(Array.from(candidates(teachers, offers, deficits).problem.pairCost)).toEqual([15, 0]);
    const gone = { teacher: 't1', offer: 'o9' };
    const earlier = [{ teacher: 't1', offer: 'o2' }, gone];
    const again = candidates(teachers, offers, deficits, { earlier });
    expect(Array.from(again.problem.pairCost)).toEqual([35, 0]);
    expect(Array.from(again.earlierPairs)).toEqual([1]);
    expect(again.earlierGone).toEqual([gone]);
  });
});

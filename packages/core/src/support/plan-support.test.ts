import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SupportRows } from '../../test/support-rows.js';
import { anOffer, aTeacher, supportRows } from '../../test/support-rows.js';
import type { SupportPlan, UnmetReason } from './index.js';
import { candidates, planSupport, settleLocks, UNMET_REASONS } from './index.js';

const plain = (text: string) => text.trim().toLowerCase().replace('ё', 'е');
const declared = (teacher: string, topic: string, severity: 1 | 2 | 3 = 2) => ({ teacher, topic, severity });

function planned({ teachers, offers, deficits }: SupportRows): SupportPlan {
  return planSupport(candidates(teachers, offers, deficits));
}

/** Whether a reason may be given, by what it says in words, from the plan's own seats. */
function holds(
  why: UnmetReason,
  { teachers, offers }: SupportRows,
  plan: SupportPlan,
  id: string,
  topic: string,
  severity: number,
): boolean {
  const { seats } = plan.figures;
  const teacher = teachers.find((each) => each.teacher === id);
  if (teacher === undefined) return false;
  const able = offers.filter(
    (offer) => offer.strength >= severity && offer.topics.some((each) => plain(each) === plain(topic)),
  );
  const free = able.filter(
    ({ slot }) =>
      slot === undefined ||
      teacher.slots.length === 0 ||
      teacher.slots.some((own) => plain(own) === plain(slot)),
  );
  const used = (offer: string) => seats.filter((seat) => seat.offer === offer).length;
  const withSeat = free.filter(
    ({ offer, places, minGroup }) => used(offer) < places && (minGroup <= 1 || used(offer) > 0),
  );
  const own = offers.filter(({ offer }) => seats.some((seat) => seat.teacher === id && seat.offer === offer));
  const beside = withSeat.filter(
    ({ slot }) =>
      slot === undefined || !own.some((each) => each.slot !== undefined && plain(each.slot) === plain(slot)),
  );
  const spent = own.reduce((sum, { hours }) => sum + hours, 0);
  switch (why) {
    case 'no-offer':
      return able.length === 0;
    case 'not-eligible':
      return able.length > 0 && free.length === 0;
    case 'group-too-small':
      return free.length > 0 && withSeat.length === 0 && free.some(({ minGroup }) => minGroup > 1);
    case 'full':
      return withSeat.length === 0 && free.some(({ offer, places }) => used(offer) >= places);
    case 'clash':
      return withSeat.length > 0 && beside.length === 0;
    case 'limit':
      return beside.every(
        ({ hours }) =>
          own.length >= teacher.limit || spent + hours > (teacher.hours ?? Number.POSITIVE_INFINITY),
      );
  }
}

describe('a plan of support', () => {
  it('meets every need or says one reason why not, which is true in words', () => {
    fc.assert(
      fc.property(supportRows(), (rows) => {
        const plan = planned(rows);
        const { seats, unmet } = plan.figures;
        const met = new Set(
          seats.flatMap(({ teacher, covers }) => covers.map((topic) => `${teacher} ${plain(topic)}`)),
        );
        const needs = new Set(rows.deficits.map(({ teacher, topic }) => `${teacher} ${plain(topic)}`));
        const missed = unmet.map(({ teacher, topic }) => `${teacher} ${plain(topic)}`);
        expect(new Set([...met, ...missed])).toEqual(needs);
        expect(met.size + missed.length).toBe(needs.size);
        for (const { teacher, topic, severity, why } of unmet)
          expect(holds(why, rows, plan, teacher, topic, severity), why).toBe(true);
        const counted = plan.overview.needRows.flatMap((row) => row.unmet);
        expect(counted.reduce((sum, row) => sum + row.needs, 0)).toBe(unmet.length);
      }),
      { numRuns: 300 },
    );
  });

  it('holds places, least groups, slots, limits, hours and settled pairs, whatever floors are asked for', () => {
    const floors = fc.array(
      fc.record({
        group: fc.constantFrom('young', 'low_results', 'school'),
        share: fc.constantFrom(0.3, 0.8, 1),
      } as const),
      { maxLength: 2 },
    );
    const pairs = fc.array(fc.record({ teacher: fc.nat(4), offer: fc.nat(4) }), { maxLength: 4 });
    fc.assert(
      fc.property(supportRows(), pairs, floors, (rows, wanted, asked) => {
        const given = wanted.map(({ teacher, offer }) => ({ teacher: `t${teacher}`, offer: `o${offer}` }));
        const locks = settleLocks(rows.teachers, rows.offers, given).flatMap(({ lock, clash }) =>
          clash === undefined ? [lock] : [],
        );
        const of = candidates(rows.teachers, rows.offers, rows.deficits, { locks });
        const { figures } = planSupport(of, { floors: asked });
        const has = (teacher: string, offer: string) =>
          figures.seats.some((seat) => seat.teacher === teacher && seat.offer === offer);
        for (const lock of locks)
          expect(has(lock.teacher, lock.offer)).toBe(
            !figures.brokenLocks.some((each) => each.teacher === lock.teacher && each.offer === lock.offer),
          );
        for (const { offer, places, minGroup } of rows.offers) {
          const used = figures.seats.filter((seat) => seat.offer === offer).length;
          expect(used).toBeLessThanOrEqual(places);
          expect(used === 0 || used >= minGroup).toBe(true);
        }
        for (const { teacher, limit, hours = Number.POSITIVE_INFINITY } of rows.teachers) {
          const own = rows.offers.filter(({ offer }) => has(teacher, offer));
          const slots = own.flatMap(({ slot }) => (slot === undefined ? [] : [plain(slot)]));
          expect(own.length).toBeLessThanOrEqual(limit);
          expect(new Set(slots).size).toBe(slots.length);
          expect(own.reduce((sum, offer) => sum + offer.hours, 0)).toBeLessThanOrEqual(hours);
        }
        for (const { met, most } of figures.floors) expect(met).toBeLessThanOrEqual(most);
      }),
      { numRuns: 200 },
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(supportRows(), ({ teachers, offers, deficits }) => {
        const one = planned({ teachers, offers, deficits });
        const other = planned({ teachers: [...teachers].reverse(), offers: [...offers].reverse(), deficits });
        expect(other.figures).toEqual(one.figures);
        expect(other.overview).toEqual(one.overview);
      }),
      { numRuns: 50 },
    );
  });

  it('names each of the six reasons', () => {
    const plan = planned({
      teachers: [
        aTeacher('t1', { limit: 1, slots: ['пн', 'вт'] }),
        aTeacher('t2'),
        aTeacher('t3', { hours: 1 }),
        aTeacher('t4'),
      ],
      offers: [
        anOffer('a', ['Дроби'], { slot: 'пн', places: 9 }),
        anOffer('b', ['Чтение'], { slot: 'ср', places: 9 }),
        anOffer('c', ['Письмо'], { places: 9, minGroup: 5 }),
        anOffer('d', ['Счёт'], { places: 1 }),
        anOffer('e', ['Речь'], { slot: 'пн', places: 9, strength: 2 }),
        anOffer('f', ['Опыт'], { places: 9 }),
        anOffer('g', ['Опыт'], { places: 9, hours: 2 }),
        anOffer('h', ['Слова'], { places: 9, hours: 2 }),
      ],
      deficits: [
        declared('t1', 'Дроби', 3),
        declared('t1', 'Чтение'),
        declared('t1', 'Письмо'),
        declared('t1', 'Опыт', 1),
        declared('t2', 'Счет', 3),
        declared('t3', 'Счёт', 1),
        declared('t3', 'Музыка'),
        declared('t3', 'Речь', 3),
        declared('t3', 'Слова', 2),
        declared('t4', 'Дроби', 3),
        declared('t4', 'Речь', 2),
      ],
    });
    expect(plan.figures.unmet.map(({ teacher, topic, why, note }) => [teacher, topic, why, note])).toEqual([
      ['t1', 'Письмо', 'group-too-small', undefined],
      ['t1', 'Чтение', 'not-eligible', undefined],
      ['t1', 'Опыт', 'limit', undefined],
      ['t3', 'Речь', 'no-offer', 'strength'],
      ['t3', 'Музыка', 'no-offer', undefined],
      ['t3', 'Слова', 'limit', 'hours'],
      ['t3', 'Счёт', 'full', undefined],
      ['t4', 'Речь', 'clash', undefined],
    ]);
    expect(new Set(plan.figures.unmet.map(({ why }) => why))).toEqual(new Set(UNMET_REASONS));
  });

  it('says of a seat what it covers, its price, the best set without it, and what is free instead', () => {
    const plan = planned({
      teachers: [aTeacher('t1', { limit: 1 }), aTeacher('t2', { limit: 1 })],
      offers: [anOffer('a', ['Дроби', 'Чтение']), anOffer('b', ['Чтение'], { places: 5 })],
      deficits: [
        declared('t1', 'Дроби'),
        declared('t1', 'Чтение'),
        declared('t2', 'Чтение'),
        declared('t2', 'Дроби', 1),
      ],
    });
    const [first, second] = plan.figures.seats;
    expect(first).toMatchObject({ teacher: 't1', offer: 'a', covers: ['Дроби', 'Чтение'], spare: ['b'] });
    expect(first?.alternative?.offers).toEqual(['b']);
    expect(second).toMatchObject({ teacher: 't2', offer: 'b', covers: ['Чтение'], price: 0, spare: [] });
    expect(plan.figures.unmet).toMatchObject([{ teacher: 't2', topic: 'Дроби', why: 'full' }]);
    const [a, b] = plan.overview.capacity;
    expect(a).toMatchObject({ offer: 'a', places: 1, used: 1, gainOfOneMore: 10 });
    expect(b).toMatchObject({ offer: 'b', used: 1, price: 0, gainOfOneMore: 0 });
    expect(plan.whyNot('t2', 'a')).toMatchObject({ kind: 'full', worth: 10 });
    expect(plan.whyNot('t1', 'a')).toEqual({ kind: 'has-it' });
    expect(plan.whyNot('t1', 'b')).toEqual({ kind: 'nothing-new' });
  });

  it.each([
    [[{ slot: 'вт' }, { slot: 'вт' }, { slot: 'ср' }], ['c']],
    [[{ slot: 'вт' }, { slot: 'вт' }, {}], ['c']],
    [[{ slot: 'вт' }, { slot: 'вт' }, { slot: 'вт' }], ['b']],
    [[{}, {}, { slot: 'ср' }], ['b']],
  ])(
    'of offers at %j is free instead of the first %j: one of another time if there is one',
    (slots, free) => {
      const plan = planned({
        teachers: [aTeacher('t1')],
        // The second covers most, so it would be chosen were it not for its time.
        offers: ['a', 'b', 'c'].map((id, i) =>
          anOffer(id, [['Дроби', 'Чтение', 'Письмо'], ['Дроби', 'Чтение'], ['Дроби']][i] ?? [], {
            ...slots[i],
            places: 2,
          }),
        ),
        deficits: [declared('t1', 'Дроби'), declared('t1', 'Чтение'), declared('t1', 'Письмо')],
      });
      expect(plan.figures.seats).toMatchObject([{ offer: 'a', spare: free }]);
    },
  );

  it('keeps settled pairs, and offers nothing in their place', () => {
    const teachers = [aTeacher('t1', { limit: 1 }), aTeacher('t2')];
    const offers = [anOffer('a', ['Дроби'])];
    const of = candidates(teachers, offers, [declared('t2', 'Дроби', 3)], {
      locks: [{ teacher: 't1', offer: 'a' }],
    });
    const plan = planSupport(of);
    expect(plan.figures.seats).toEqual([
      {
        teacher: 't1',
        offer: 'a',
        covers: [],
        price: expect.any(Number),
        isLocked: true,
        isKept: false,
        spare: [],
      },
    ]);
    expect(plan.figures.unmet).toMatchObject([{ teacher: 't2', why: 'full' }]);
  });

  it('gives up settled pairs of a group that other settled pairs leave too small', () => {
    const teachers = [aTeacher('t1', { limit: 1 }), aTeacher('t3', { limit: 1 })];
    const offers = [anOffer('o2', ['Дроби']), anOffer('o3', ['Дроби'], { places: 2, minGroup: 2 })];
    const locks = [
      { teacher: 't1', offer: 'o3' },
      { teacher: 't3', offer: 'o2' },
    ];
    const plan = planSupport(candidates(teachers, offers, [declared('t3', 'Дроби')], { locks }));
    expect(plan.figures.brokenLocks).toEqual([locks[0]]);
    expect(plan.figures.seats.map(({ teacher, offer }) => [teacher, offer])).toEqual([['t3', 'o2']]);
  });

  it('reports floors that can be met, and of others the most that can be', () => {
    const teachers = [
      aTeacher('t1', { school: 's1' }),
      aTeacher('t2', { school: 's2', groups: ['young'] }),
      aTeacher('t3', { school: 's2', groups: ['young'] }),
    ];
    const deficits = [declared('t1', 'Дроби', 2), declared('t2', 'Дроби', 1), declared('t3', 'Музыка', 1)];
    const plan = planSupport(candidates(teachers, [anOffer('a', ['Дроби'])], deficits), {
      floors: [
        { group: 'young', share: 0.5 },
        { group: 'newcomer', share: 1 },
        { group: 'school', share: 0.9 },
      ],
    });
    expect(plan.figures.seats.map(({ teacher }) => teacher)).toEqual(['t2']);
    expect(plan.figures.floors).toEqual([
      { group: 'young', needs: 2, asked: 0.5, met: 0.5, most: 0.5 },
      { group: 'school', school: 's1', needs: 1, asked: 0.9, met: 0, most: 1 },
      { group: 'school', school: 's2', needs: 2, asked: 0.9, met: 0.5, most: 0.5 },
    ]);
  });

  it('keeps an earlier plan where nothing is gained by a change, and counts what changed', () => {
    const teachers = ['t1', 't2', 't3'].map((id) => aTeacher(id, { limit: 1 }));
    const offers = [anOffer('a', ['Дроби'], { places: 2 }), anOffer('b', ['Дроби'], { places: 2 })];
    const deficits = ['t1', 't2', 't3'].map((id) => declared(id, 'Дроби'));
    const earlier = [
      { teacher: 't1', offer: 'b' },
      { teacher: 't2', offer: 'a' },
      { teacher: 't9', offer: 'a' },
    ];
    const plan = planSupport(candidates(teachers, offers, deficits, { earlier }), { earlier: 3 });
    expect(plan.overview.churn).toEqual({ earlier: 3, kept: 2, dropped: 0, gone: 1, added: 1 });
    expect(plan.figures.seats.filter(({ isKept }) => isKept)).toHaveLength(2);
    expect(planned({ teachers, offers, deficits }).overview.churn).toBeUndefined();
  });
});

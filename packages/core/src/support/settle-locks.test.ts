import { describe, expect, it } from 'vitest';
import { anOffer, aTeacher } from '../../test/support-rows.js';
import { settleLocks } from './index.js';

const lock = (teacher: string, offer: string) => ({ teacher, offer });

describe('settled pairs', () => {
  it('hold in their order; what cannot hold beside the ones before is refused with its reason', () => {
    const teachers = [
      aTeacher('t1', { limit: 2 }),
      aTeacher('t2', { limit: 5, hours: 2 }),
      aTeacher('t3', { limit: 1 }),
    ];
    const offers = [
      anOffer('o1', ['Дроби'], { slot: 'пн', places: 2 }),
      anOffer('o2', ['Дроби'], { slot: 'ПН', places: 9 }),
      anOffer('o3', ['Дроби'], { hours: 1.5, places: 9 }),
      anOffer('o4', ['Дроби'], { hours: 0.75, places: 9 }),
      anOffer('o5', ['Дроби'], { places: 0 }),
    ];
    const given = [
      lock('t1', 'o1'),
      lock('t1', 'o1'),
      lock('t1', 'o2'),
      lock('t2', 'o3'),
      lock('t2', 'o4'),
      lock('t3', 'o1'),
      lock('t3', 'o2'),
      lock('t1', 'o5'),
      lock('t9', 'o1'),
      lock('t1', 'o9'),
    ];
    const clashes = settleLocks(teachers, offers, given).map(({ clash }) => clash);
    expect(clashes).toEqual([
      undefined,
      'twice',
      'slot',
      undefined,
      'hours',
      undefined,
      'limit',
      'places',
      'unknown',
      'unknown',
    ]);
    const [, , , , , , last] = settleLocks(teachers, offers, [...given.slice(0, 6), lock('t2', 'o1')]);
    expect(last?.clash).toBe('places');
  });
});

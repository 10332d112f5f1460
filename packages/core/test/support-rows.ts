import * as fc from 'fast-check';
import type { DeclaredDeficit, Degree, Offer, Teacher } from '../src/support/index.js';
import { PRIORITY_GROUPS } from '../src/support/index.js';

/** Teachers, offers and deficits of a test, small enough for brute force. */
export interface SupportRows {
  readonly teachers: readonly Teacher[];
  readonly offers: readonly Offer[];
  readonly deficits: readonly DeclaredDeficit[];
}

export function aTeacher(teacher: string, extra: Partial<Teacher> = {}): Teacher {
  return { teacher, limit: 2, slots: [], groups: [], ...extra };
}

export function anOffer(offer: string, topics: readonly string[], extra: Partial<Offer> = {}): Offer {
  return { offer, kind: 'курс', topics, strength: 3, places: 1, minGroup: 0, hours: 0, cost: 0, ...extra };
}

const degree = fc.constantFrom<Degree>(1, 2, 3);
const topic = fc.constantFrom('Дроби', 'дроби ', 'Чтение', 'Учёт', 'учет', 'Проценты');
const slot = fc.constantFrom('пн', 'вт', 'Вт');

/** Any small problem of support. */
export function supportRows(): fc.Arbitrary<SupportRows> {
  const teacher = fc.record(
    {
      limit: fc.nat(3),
      slots: fc.array(slot, { maxLength: 2 }),
      groups: fc.subarray([...PRIORITY_GROUPS]),
      school: fc.constantFrom('s1', 's2'),
      subject: fc.constantFrom('Математика', 'Физика'),
      hours: fc.constantFrom(0, 1, 1.5, 8),
    },
    { requiredKeys: ['limit', 'slots', 'groups'] },
  );
  const offer = fc.record(
    {
      kind: fc.constantFrom('курс', 'наставник'),
      topics: fc.uniqueArray(topic, { minLength: 1, maxLength: 3 }),
      strength: degree,
      places: fc.nat(3),
      minGroup: fc.constantFrom(0, 0, 1, 2, 3),
      hours: fc.constantFrom(0, 0.5, 1, 2),
      cost: fc.constantFrom(0, 1500),
      slot,
      place: fc.constantFrom('s1', 'ИРО'),
    },
    { requiredKeys: ['kind', 'topics', 'strength', 'places', 'minGroup', 'hours', 'cost'] },
  );
  return fc
    .record({
      teachers: fc.array(teacher, { minLength: 1, maxLength: 5 }),
      offers: fc.array(offer, { minLength: 1, maxLength: 5 }),
      deficits: fc.array(fc.record({ teacher: fc.nat(4), topic, severity: degree }), { maxLength: 10 }),
    })
    .map(({ teachers, offers, deficits }) => ({
      teachers: teachers.map((each, t) => ({ ...each, teacher: `t${t}` })),
      offers: offers.map((each, o) => ({ ...each, offer: `o${o}` })),
      deficits: deficits.map((each) => ({ ...each, teacher: `t${each.teacher % teachers.length}` })),
    }));
}

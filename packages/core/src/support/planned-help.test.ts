import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOffer, aTeacher, supportRows } from '../../test/support-rows.js';
import { candidates, helpMissing, plannedHelp, planSupport } from './index.js';

describe('plannedHelp', () => {
  it('counts a teacher of two courses once, and names topics by how many they are for', () => {
    const declared = (teacher: string, topic: string) => ({ teacher, topic, severity: 2 as const });
    const plan = planSupport(
      candidates(
        [aTeacher('t1', { subject: 'Математика' }), aTeacher('t2'), aTeacher('t3', { limit: 0 })],
        [
          anOffer('a', ['Дроби'], { places: 5 }),
          anOffer('b', ['Чтение'], { places: 5 }),
          anOffer('m', ['Письмо'], { kind: 'наставник', places: 1 }),
        ],
        [
          declared('t1', 'Дроби'),
          declared('t1', 'Чтение'),
          declared('t2', 'чтение'),
          declared('t2', 'Письмо'),
          declared('t3', 'Письмо'),
          declared('t1', 'Музыка'),
        ],
      ),
    );
    expect(plannedHelp(plan)).toEqual([
      { kind: 'курс', teachers: 2, offers: ['a', 'b'], topics: ['Чтение', 'Дроби'] },
      { kind: 'наставник', teachers: 1, offers: ['m'], topics: ['Письмо'] },
    ]);
    expect(helpMissing(plan)).toEqual([
      { topic: 'Письмо', teachers: 1 },
      { topic: 'Музыка', subject: 'Математика', teachers: 1 },
    ]);
  });

  it('tells every seat and every unmet need, and names no teacher', () => {
    fc.assert(
      fc.property(supportRows(), ({ teachers, offers, deficits }) => {
        const plan = planSupport(candidates(teachers, offers, deficits));
        const help = plannedHelp(plan);
        const { seats, unmet } = plan.figures;
        expect(new Set(help.flatMap((each) => each.offers))).toEqual(
          new Set(seats.map(({ offer }) => offer)),
        );
        expect(helpMissing(plan).reduce((sum, each) => sum + each.teachers, 0)).toBe(unmet.length);
        for (const { kind, teachers: count } of help)
          expect(count).toBe(
            new Set(
              seats.flatMap(({ teacher, offer }) =>
                offers.some((each) => each.offer === offer && each.kind === kind) ? [teacher] : [],
              ),
            ).size,
          );
        expect(JSON.stringify([help, helpMissing(plan)])).not.toMatch(/"t\d"/);
      }),
      { numRuns: 100 },
    );
  });
});

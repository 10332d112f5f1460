import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../test/evenly.js';
import type { CommunityEvent, Practice } from './index.js';
import { eventsAsOffers, offersTable, practicesTable, shrunkenEffect, suggestPractices } from './index.js';

const practice = (id: string, extra: Partial<Practice> = {}): Practice => ({
  practice: id,
  title: `Практика ${id}`,
  territory: 'Образцовый край',
  topics: ['Дроби'],
  conditions: {},
  adopters: [],
  evidence: [],
  ...extra,
});

describe('shrunkenEffect', () => {
  it('is 0 where nobody has measured anything, and near the measurement where it is exact', () => {
    const none = shrunkenEffect([]);
    expect(none).toMatchObject({ kind: 'known', estimate: 0, n: 0 });
    expect(none.kind === 'known' && none.interval?.high).toBeCloseTo(1.959964 * 0.15, 5);
    // Equal precisions: half of the measurement.
    expect(shrunkenEffect([{ effect: 0.4, error: 0.15 }])).toMatchObject({ estimate: 0.2, n: 1 });
    const exact = shrunkenEffect([{ effect: 0.4, error: 0.001 }]);
    expect(exact.kind === 'known' && exact.estimate).toBeCloseTo(0.4, 3);
    expect(shrunkenEffect([{ effect: 0.4, error: 0 }])).toEqual({ kind: 'missing', reason: 'refused', n: 1 });
  });

  it('lies between 0 and the measurements, and is surer with each of them', () => {
    const measured = fc.record({
      effect: between(0, 2),
      error: between(0.01, 1),
    });
    fc.assert(
      fc.property(fc.array(measured, { minLength: 1, maxLength: 5 }), (evidence) => {
        const [all, fewer] = [shrunkenEffect(evidence), shrunkenEffect(evidence.slice(1))];
        if (all.kind === 'missing' || fewer.kind === 'missing') throw new Error('missing');
        expect(all.estimate).toBeGreaterThanOrEqual(0);
        expect(all.estimate).toBeLessThanOrEqual(Math.max(...evidence.map(({ effect }) => effect)));
        const width = ({ interval }: typeof all) => (interval?.high ?? 0) - (interval?.low ?? 0);
        expect(width(all)).toBeLessThan(width(fewer));
      }),
    );
  });
});

describe('suggestPractices', () => {
  const bank = [
    practice('сильная', { evidence: [{ effect: 0.4, error: 0.05 }] }),
    practice('громкая', { evidence: [{ effect: 0.9, error: 0.8 }] }),
    practice('сельская', { conditions: { settlements: ['Село'], mostPupils: 100 } }),
    practice('известная', { adopters: ['s1', 's2'] }),
    practice('другая', { topics: ['Текст'] }),
  ];
  const ids = (school?: Parameters<typeof suggestPractices>[2]): readonly string[] =>
    suggestPractices(bank, [{ topic: 'дроби', severity: 1 }], school)[0]?.suggestions.map(
      ({ practice: { practice: id }, fit }) => `${id} ${fit}`,
    ) ?? [];

  it('puts what is made for such schools first, and what is surely good before what was measured badly', () => {
    expect(ids({ settlement: 'село', pupils: 60 })).toEqual([
      'сильная fits',
      'громкая fits',
      'известная fits',
      'сельская fits',
    ]);
    expect(ids({ settlement: 'село', pupils: 300 }).at(-1)).toBe('сельская other');
    expect(ids({ settlement: 'город' }).at(-1)).toBe('сельская other');
    expect(ids({ settlement: 'село' }).at(-1)).toBe('сельская unknown');
  });

  it('counts needs by topic in any spelling, and keeps a topic that nobody has a practice for', () => {
    const found = suggestPractices(bank, [
      { topic: 'Дроби ', severity: 1 },
      { topic: 'дроби', severity: 3 },
      { topic: 'Оптика', severity: 2 },
    ]);
    expect(
      found.map(({ topic, needs, severity, suggestions }) => [topic, needs, severity, suggestions.length]),
    ).toEqual([
      ['Дроби', 2, 3, 4],
      ['Оптика', 1, 2, 0],
    ]);
    const { rows } = practicesTable(found);
    expect(rows.at(-1)).toEqual(['Оптика', 1, 2, ...Array(8).fill(undefined), 'no-practice', undefined]);
    expect(rows[0]?.slice(3, 8)).toEqual(['сильная', 'Практика сильная', 'Образцовый край', 'fits', 0]);
    expect(rows[0]?.at(-1)).toBe('practice-effects-1:unverified;measured:1');
  });
});

describe('events', () => {
  it('become offers of a day, as the matching reads them', () => {
    const event: CommunityEvent = {
      event: 'мк-1',
      kind: 'master-class',
      community: 'inter-school',
      centre: 'Точка роста, школа № 2',
      topics: ['Дроби', 'Проценты'],
      strength: 2,
      places: 12,
      date: '2026-12-08',
      hours: 1.5,
    };
    const table = offersTable(eventsAsOffers([event]));
    expect(table.columns.map(({ id }) => id).join()).toBe(
      'offer,kind,topics,strength,places,min_group,slot,format,place,hours,cost',
    );
    expect(table.rows).toEqual([
      [
        'мк-1',
        'мастер-класс',
        'Дроби|Проценты',
        2,
        12,
        0,
        '2026-12-08',
        undefined,
        'Точка роста, школа № 2',
        1.5,
        0,
      ],
    ]);
  });
});

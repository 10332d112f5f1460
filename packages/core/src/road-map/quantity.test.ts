import { describe, expect, it } from 'vitest';
import { quantitiesIn } from './quantity.js';

describe('quantitiesIn', () => {
  it.each([
    [
      'с каждой школой минимум по 3 консультации',
      { kind: 'count', comparator: 'atLeast', value: 3, perSchool: true },
    ],
    ['провести не менее 2 семинаров', { kind: 'count', comparator: 'atLeast', value: 2 }],
    ['рост не менее, чем на 3%', { kind: 'change', comparator: 'atLeast', value: 0.03, meaning: 'unclear' }],
    [
      'рост не менее чем на 5 п.п.',
      { kind: 'change', comparator: 'atLeast', value: 0.05, meaning: 'points' },
    ],
    [
      'увеличить на 2,5 процентных пункта',
      { kind: 'change', comparator: 'exactly', value: 0.025, meaning: 'points' },
    ],
    ['охват не менее 90 % школ', { kind: 'share', comparator: 'atLeast', value: 0.9 }],
    ['доля не выше 10%', { kind: 'share', comparator: 'atMost', value: 0.1 }],
    ['100 % выпускников', { kind: 'share', comparator: 'exactly', value: 1 }],
  ])('reads «%s»', (text, expected) => {
    const found = quantitiesIn(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject(expected);
    expect(text).toContain(found[0]?.raw);
  });

  it('takes no number for an amount that has neither comparator nor percent sign', () => {
    expect(quantitiesIn('учителя 7-8 классов, приказ № 12 от 05.09.2025, 3 четверть')).toEqual([]);
    expect(quantitiesIn('не реже 1 раза в месяц, не менее 3 дней')).toEqual([]);
  });
});

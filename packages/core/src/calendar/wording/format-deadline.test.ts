import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadlines, PLAN } from '../../../test/oracle/calendar-deadlines.js';
import type { Deadline } from '../deadline.js';
import { parseDeadline } from '../parse-deadline.js';
import { formatDeadline } from './format-deadline.js';

const read = (text: string) => parseDeadline(text, { schoolYear: PLAN });

describe('formatDeadline', () => {
  it('is read back with the same meaning', () => {
    fc.assert(
      fc.property(deadlines, (deadline) => {
        const text = formatDeadline(deadline, 'ru');
        const again = read(text);
        expect({ ...again.deadline, raw: '' }, text).toEqual({ ...deadline, raw: '' });
        const understood = deadline.kind !== 'none' || deadline.reason !== 'not-understood';
        if (understood) expect(again.issues, text).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it('has words in both languages for everything', () => {
    fc.assert(
      fc.property(deadlines, (deadline) => {
        for (const language of ['ru', 'en'] as const) {
          const text = formatDeadline(deadline, language);
          expect(text).toMatch(/^\S.*\S$/);
          expect(text).not.toMatch(/undefined|NaN|\s\s/);
        }
        expect(formatDeadline(deadline, 'en').replace(/«.*»/, '')).not.toMatch(/[а-яё]/i);
      }),
    );
  });

  const EXAMPLES: readonly (readonly [phrase: string, ru: string, en: string])[] = [
    ['01.10.2025', '1 октября 2025 г.', '1 October 2025'],
    ['не позднее 01.10.2025', 'до 1 октября 2025 г.', 'by 1 October 2025'],
    ['с 1 по 5.10.2024', 'с 1 по 5 октября 2024 г.', '1 October 2024 – 5 October 2024'],
    ['октябрь–ноябрь', 'октябрь – ноябрь 2024 г.', 'October 2024 – November 2024'],
    ['сентябрь, май', 'сентябрь 2024 г.; май 2025 г.', 'September 2024; May 2025'],
    ['в 2024/2025 уч. году', '2024/2025 учебный год', 'school year 2024/2025'],
    ['2 раза в месяц', '2 раза в месяц', 'twice a month'],
    ['1 раз в 2 недели', '1 раз в 2 недели', 'once in 2 weeks'],
    ['каждый 1-й понедельник месяца', 'первый понедельник каждого месяца', 'first Monday of every month'],
    [
      'последняя и первая среда месяца',
      'первая и последняя среда каждого месяца',
      'first and last Wednesday of every month',
    ],
    ['по окончании каждой четверти', 'в конце каждой четверти', 'at the end of every quarter'],
    ['ежегодно к 1 сентября', 'ежегодно: до 1 сентября', 'every year: by 1 September'],
    ['на 5 лет', 'на 5 лет', 'for 5 years (from 1 September 2024 until 31 August 2029)'],
    ['на 1 год', 'на 1 год', 'for one year (from 1 September 2024 until 31 August 2025)'],
    [
      'на следующие 1 год',
      'на следующий 1 год',
      'for the next year (from 1 September 2025 until 31 August 2026)',
    ],
    [
      'в течение следующего одного года',
      'на следующий 1 год',
      'for the next year (from 1 September 2025 until 31 August 2026)',
    ],
    ['при необходимости', 'по мере необходимости', 'when needed'],
    ['', 'срок не указан', 'no deadline given'],
  ];
  it.each(EXAMPLES)('writes %s', (phrase, ru, en) => {
    const { deadline } = read(phrase);
    expect(formatDeadline(deadline, 'ru')).toBe(ru);
    expect(formatDeadline(deadline, 'en')).toBe(en);
  });

  it('does not look at the source text', () => {
    const deadline: Deadline = { kind: 'ongoing', raw: 'весь период' };
    expect(formatDeadline(deadline, 'ru')).toBe('постоянно');
  });
});

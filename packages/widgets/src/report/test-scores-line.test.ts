import type { FullAnalysis } from '@orientir/core/analysis';
import { analyseFully } from '@orientir/core/analysis';
import { ege2026 } from '@orientir/core/assessment';
import { add, empty } from '@orientir/core/tally';
import { describe, expect, it } from 'vitest';
import { testScoresLine } from './test-scores-line.js';

function said(
  totals: readonly number[],
  testScores: Readonly<Record<string, number>> | undefined,
  { subject = 'Химия', rules = ege2026 }: { subject?: string; rules?: FullAnalysis['testScoreRules'] } = {},
): string {
  const rows = totals.length;
  const assessment = {
    id: 'ege',
    programme: 'ЕГЭ',
    subject,
    items: [{ id: '1', maxPoints: 10 }],
    ...(testScores === undefined ? {} : { testScores }),
  };
  const tally = add(empty(), {
    assessment,
    rows,
    units: [{ school: 's1' }],
    unit: new Uint32Array(rows),
    variants: [''],
    variant: new Uint16Array(rows),
    teachers: [],
    teacher: new Uint32Array(rows),
    points: [Uint8Array.from(totals, (total) => total * 2)],
    mark: new Uint8Array(rows),
    journalMark: new Uint8Array(rows),
    absent: new Uint8Array(rows),
  });
  return testScoresLine(assessment, analyseFully(tally, { testScoreRules: rules }))
    .replace(/<[^>]*>/g, '')
    .replace(/\u00a0/g, ' ');
}

const TABLE = { 1: 20, 2: 36, 3: 64, 9: 90 };

describe('the sentence about test scores', () => {
  it('says mean, middle half and shares with their pupils, and how far the minimum was checked', () => {
    expect(said([1, 2, 3, 3, 9], TABLE)).toBe(
      'Тестовый балл (до 100) по 5 ученикам: в среднем 54,8 (с вероятностью 95 % от 21 до 89), у половины — от 36 до 64. Ниже минимального балла (36) — 1 (20,0 %), 61 и выше — 3 (60,0 %), 81 и выше — 1 (20,0 %). Минимальный балл взят из пересказа документа: сверьте его, прежде чем ссылаться. По школам — в test-scores.csv.',
    );
    expect(said([3], TABLE)).toContain('по 1 ученику: в среднем 64,0, у половины');
    expect(said([3], TABLE, { rules: { ...ege2026, id: 'mine', verification: 'own' } })).toContain(
      'Границы — из вашего набора правил mine.',
    );
  });

  it('says that the rules have no minimum of the subject', () => {
    const text = said([1, 3], TABLE, { subject: 'Логика' });
    expect(text).toContain('61 и выше — 1 (50,0 %)');
    expect(text).toContain('Минимального балла по этому предмету в наборе правил нет.');
    expect(text).not.toContain('Ниже минимального');
  });

  it('says what is missing and where to put it', () => {
    expect(said([1, 4, 5], TABLE)).toBe(
      'Тестовые баллы не посчитаны: неизвестно, какой тестовый балл дают за первичный 4; 5. Впишите эти пары в testScores описания работы (assessment.json).',
    );
  });

  it('is not there for works without test scores', () => {
    expect(said([1], undefined)).toBe('');
  });
});

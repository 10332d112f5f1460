import type { Assessment } from '@orientir/core/assessment';
import type { SchoolDynamics, SchoolOverYears } from '@orientir/core/dynamics';
import { ownDynamics } from '@orientir/core/dynamics';
import { known, missing } from '@orientir/core/foundation';
import { describe, expect, it } from 'vitest';
import { dynamicsCard, sheetHtml } from './index.js';

const WORK: Assessment = {
  id: 'w',
  programme: 'ВПР',
  subject: 'Математика',
  grade: 5,
  schoolYear: '2025/2026',
  items: [],
};
const school = (id: string, more: Partial<SchoolOverYears> = {}): SchoolOverYears => ({
  school: id,
  works: ['w'],
  pupils: 41,
  pupilsBefore: 38,
  change: known(0.512, 41),
  verdict: 'rose',
  points: missing('instrument-changed', 41),
  doubtful: false,
  stablyHigh: 'undetermined',
  flagged: false,
  ...more,
});
const cardOf = (
  schools: readonly SchoolOverYears[],
  language: 'ru' | 'en' = 'ru',
  assessments: readonly Assessment[] = [WORK],
) => {
  const dynamics: SchoolDynamics = {
    rules: ownDynamics,
    schoolYear: '2025/2026',
    previousYear: '2024/2025',
    spread: 1,
    schools,
  };
  const schoolNames = new Map([
    ['s1', 'Ясная школа'],
    ['s2', 'Берёзовская школа'],
  ]);
  return dynamicsCard({ dynamics: () => dynamics, assessments }, { language, schoolNames });
};

describe('card for the press', () => {
  it('names those that rose, by name, without a figure of the change', () => {
    const card = cardOf([school('s1'), school('s2'), school('s3', { verdict: 'unclear' })]);
    expect(card?.sentences.map((text) => text.split('.')[0])).toEqual(['Берёзовская школа', 'Ясная школа']);
    expect(card?.sentences[1]).toContain('Писали 41 ученик в этом году и 38 в прошлом.');
    expect(card?.facts).toContain('среди 3 школ');
    const page = card === undefined ? '' : sheetHtml(card);
    expect(page).not.toMatch(/0[.,]5/);
    expect(page).toContain('до публикации спросите согласия школ');
  });

  it('leaves out whatever cannot be defended, and is not there when nothing is left', () => {
    expect(
      cardOf([
        school('s1', { flagged: true }),
        school('s2', { doubtful: true }),
        school('s3', { verdict: 'fell' }),
        school('s4', { change: missing('too-few', 9), verdict: 'unclear' }),
      ]),
    ).toBeUndefined();
    expect(
      dynamicsCard({ dynamics: undefined, assessments: [] }, { language: 'ru', schoolNames: new Map() }),
    ).toBeUndefined();
  });

  it('tells works of one name apart', () => {
    const card = cardOf([school('s9')], 'ru', [WORK, { ...WORK, id: 'again' }]);
    expect(card?.sentences[0]).toContain(`(${WORK.id})`);
  });

  it('is English in English', () => {
    const card = cardOf([school('s9')], 'en');
    expect(card?.sentences[0]).toContain('41 pupils wrote this year and 38 last year.');
    expect([card?.title, ...(card?.next.items ?? [])].join(' ')).not.toMatch(/[а-яё]/i);
  });
});

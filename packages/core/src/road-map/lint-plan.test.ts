import { describe, expect, it } from 'vitest';
import { aMeasure, aPlan } from '../../test/road-map/a-plan.js';
import { lintPlan } from './lint-plan.js';
import { describeRoadMapIssue } from './road-map-issue.js';

const numbered = (...numbers: readonly (string | undefined)[]) =>
  numbers.map((number, i) => aMeasure(`m${i + 1}`, number === undefined ? {} : { number }));
const told = (...issues: Parameters<typeof lintPlan>) =>
  lintPlan(...issues).map((issue) => describeRoadMapIssue(issue, 'ru'));

describe('lintPlan', () => {
  it('finds nothing in a plan that counts on', () => {
    expect(told(aPlan(numbered('1.', '2.', '3.')))).toEqual([]);
    expect(told(aPlan(numbered('1.1', '1.2', '2.1', '2.2')))).toEqual([]);
    expect(told(aPlan(numbered(undefined, undefined)))).toEqual([]);
  });

  it('finds numbers that begin again, jump, stand twice or lack', () => {
    const sections = [{ section: 's1' }, { section: 's1' }, { section: 's2' }, { section: 's2' }];
    const restarted = numbered('15.', '16.', '1.', '3.').map((measure, i) => ({
      ...measure,
      ...sections[i],
    }));
    expect(told(aPlan(restarted))).toEqual([
      'После номера 16 нумерация начинается заново с 1.',
      'После номера 1 стоит номер 3.',
    ]);
    expect(lintPlan(aPlan(numbered('1.', '1.', '2.'))).map(({ code }) => code)).toEqual(['number-duplicate']);
    expect(
      lintPlan(aPlan(numbered('12.', '13.', undefined))).map(({ code, measure }) => [code, measure]),
    ).toEqual([['number-missing', 'm3']]);
  });

  it('adds up shares of a choice of three', () => {
    const paragraphs = [
      'Руководители выбрали 3 направления:',
      'Базовые результаты — 62 %;',
      'Талант — 82 %;',
      'Прозрачность — 3 %;',
      'Среда — 27 %;',
      'Индивидуализация — 35 %;',
      'Программы — 35 %;',
      'Эффективный режим — 40 %.',
    ];
    expect(told(aPlan([]), { paragraphs })).toEqual([
      'Доли (7) в сумме дают 284 %, а не 300 %: проверьте, все ли ответили.',
    ]);
    const whole = ['Форма работы:', 'очно — 60 %', 'по видео — 30 %', 'заочно — 10 %'];
    expect(told(aPlan([]), { paragraphs: whole })).toEqual([]);
    expect(told(aPlan([]), { paragraphs: ['Доля выросла: 30 %'] })).toEqual([]);
  });

  it('adds up parts of a whole', () => {
    expect(told(aPlan([]), { paragraphs: ['47 + 1 + 14 = 62', '47 + 1 + 14 = 63'] })).toEqual([
      '47 + 1 + 14 = 62, а всего указано 63.',
    ]);
    const report = 'Всего 62 плана, из них утверждено 47 карт и 1 проект, на доработке 13';
    expect(told(aPlan([]), { paragraphs: [report] })).toEqual(['47 + 1 + 13 = 61, а всего указано 62.']);
  });

  it('counts what is due to each school', () => {
    const plan = aPlan([], {
      cohort: { schools: ['s1', 's2'] },
      minimums: [{ activity: 'consultation', perSchool: 2 }],
      record: {
        events: [],
        activities: [
          { kind: 'consultation', date: '2025-09-01', schools: ['s1', 's2'] },
          { kind: 'consultation', date: '2025-09-08', schools: ['s1'] },
          { kind: 'seminar', date: '2025-09-09', schools: ['s2'] },
        ],
      },
    });
    expect(lintPlan(plan)).toEqual([
      {
        code: 'minimum-not-met',
        severity: 'warning',
        parameters: { school: 's2', activity: 'consultation', found: 1, wanted: 2 },
      },
    ]);
  });
});

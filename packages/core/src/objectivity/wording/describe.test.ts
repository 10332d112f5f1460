import { describe, expect, it } from 'vitest';
import type { OwnOutcome } from '../objectivity.js';
import type { OfficialOutcome } from '../official-markers.js';
import type { OfficialMarker } from '../rules.js';
import { official2019 } from '../rules.js';
import {
  describeNeed,
  describeOfficialOutcome,
  describeOwnOutcome,
  describeTest,
  describeUntested,
} from './describe.js';
import { en } from './en.js';
import { ru } from './ru.js';

const outcome = (result: OwnOutcome['result']): OwnOutcome => ({
  school: 'sch1',
  region: '',
  schoolYear: '2025/2026',
  assessment: 'vpr-5',
  test: 'border-bunching',
  n: 1234,
  result,
});
const TESTED = {
  kind: 'tested',
  statistic: 12.345,
  p: 0.00004,
  q: 0.0123,
  flag: true,
  power: { kind: 'enough', power: 0.8 },
} as const;
const [MARKER] = official2019.markers;
const official = (result: OfficialOutcome['result']): OfficialOutcome => {
  if (MARKER === undefined) throw new Error('no marker');
  return { school: 'sch1', marker: MARKER, n: 20, result };
};
/** Every text of a catalogue. */
const textsOf = (of: unknown): readonly string[] =>
  typeof of === 'string'
    ? [of]
    : typeof of === 'function'
      ? [String(of)]
      : of !== null && typeof of === 'object'
        ? Object.values(of).flatMap(textsOf)
        : [];

/** With plain spaces. */
const own = (of: OwnOutcome, language: 'ru' | 'en') =>
  describeOwnOutcome(of, language).replaceAll('\u00a0', ' ');

describe('words about markers', () => {
  it('say possible and further analysis, with the figures', () => {
    expect(own(outcome(TESTED), 'ru')).toBe(
      'Скопление у границ отметок: возможный признак, нужен дополнительный анализ (на границах больше ожидаемого на 12,35 ученика, учеников 1 234, p < 0,001, q = 0,012).',
    );
    expect(own(outcome(TESTED), 'en')).toBe(
      'Bunching at mark borders: possible marker, needs further analysis (12.35 pupils at borders beyond what is expected, pupils 1,234, p < 0.001, q = 0.012).',
    );
  });

  it('write a share as percent, and a minus that is one', () => {
    const agreement = { ...TESTED, statistic: 0.06, interval: { low: 0.02, high: 0.15 } };
    expect(own({ ...outcome(agreement), test: 'journal-agreement' }, 'ru')).toContain(
      '(совпали 6 % отметок, ',
    );
    expect(own({ ...outcome({ ...TESTED, statistic: -0.981 }), test: 'journal-shift' }, 'ru')).toContain(
      '(отметка за работу минус отметка по журналу в среднем −0,98, ',
    );
  });

  it('say what could have been seen where nothing was', () => {
    const no = { ...TESTED, p: 0.2, flag: false };
    expect(own(outcome(no), 'en')).toBe(
      'Bunching at mark borders: no marker seen (12.35 pupils at borders beyond what is expected, pupils 1,234, p = 0.200, q = 0.012). A clear deviation would have been found with a probability of 80%.',
    );
    expect(own(outcome({ ...no, power: { kind: 'low', power: 0.3 } }), 'ru')).toContain(
      'только с вероятностью 30 %, поэтому отсутствие признака ничего не доказывает',
    );
    const { q: _q, ...without } = no;
    expect(own(outcome({ ...without, power: { kind: 'none' } }), 'ru')).toBe(
      'Скопление у границ отметок: признака не видно (на границах больше ожидаемого на 12,35 ученика, учеников 1 234, p = 0,200). Данных так мало, что признак не мог бы появиться ни при каком исходе.',
    );
  });

  it('say why nothing was tested', () => {
    expect(own(outcome({ kind: 'not-tested', reason: 'no-scale' }), 'ru')).toBe(
      'Скопление у границ отметок: не проверялось: нет шкалы отметок с границами внутри баллов.',
    );
    expect(describeUntested('too-few', 'en')).toBe('too few pupils');
    expect(describeUntested('few-schools', 'en')).toBe(
      'fewer than ten schools of the region have these data',
    );
  });

  it('tell official markers with their border', () => {
    const computed = { kind: 'computed', statistic: 31.2, threshold: 30.1, marked: true } as const;
    expect(describeOfficialOutcome(official(computed), 'ru')).toBe(
      'Средний балл выше интервала региона (ВПР, Русский язык, 4\u00a0класс): возможный признак, нужен дополнительный анализ (нижняя граница интервала школы 31,20 балла, верхняя граница интервала региона 30,10 балла, учеников 20).',
    );
    expect(describeOfficialOutcome(official({ ...computed, marked: false }), 'en')).toBe(
      'Mean above the interval of the region (ВПР, Русский язык, grade\u00a04): no marker (lower end of the interval of the school 31.20 points, upper end of that of the region 30.10 points, pupils 20).',
    );
    expect(describeOfficialOutcome(official({ kind: 'not-computable', needs: 'journal' }), 'ru')).toBe(
      'Средний балл выше интервала региона (ВПР, Русский язык, 4\u00a0класс): вычислить нельзя: нужны отметки по журналу не меньше двух учеников.',
    );
    expect(describeNeed('results', 'en')).toBe('no results of this work');
  });

  it('say what an official marker compares, with decimals that show which is larger', () => {
    const of = (kind: OfficialMarker['kind'], statistic: number, threshold: number, marked = true) => {
      const outcome = official({ kind: 'computed', statistic, threshold, marked });
      const text = describeOfficialOutcome({ ...outcome, marker: { ...outcome.marker, kind } }, 'ru');
      return /\((?!ВПР).*\)/.exec(text)?.[0].replaceAll('\u00a0', ' ');
    };
    expect(of('inflated-mean', 11.8021, 11.7983)).toBe(
      '(нижняя граница интервала школы 11,802 балла, верхняя граница интервала региона 11,798 балла, учеников 20)',
    );
    expect(of('journal-mismatch', -0.0004, 0)).toBe(
      '(ранговая корреляция −0,0004, граница 0,0000, учеников 20)',
    );
    expect(of('journal-mismatch', -0, 0, false)).toBe(
      '(ранговая корреляция 0,00, граница 0,00, учеников 20)',
    );
    expect(of('sharp-fall', 1.5, 1.25)).toBe('(отношение K 1,50, граница 1,25, учеников 20)');
  });

  it('write no minus before nothing', () => {
    const shift = outcome({ ...TESTED, statistic: -0.001 });
    expect(own({ ...shift, test: 'journal-shift' }, 'ru')).toContain('в среднем 0,00, ');
  });

  it('give every test a method, other reasons and a next step, in both languages', () => {
    for (const words of [ru, en]) {
      for (const of of [...Object.values(words.tests), ...Object.values(words.markers)]) {
        expect(of.name.length).toBeGreaterThan(5);
        expect(of.method.length).toBeGreaterThan(20);
        expect(of.exclusions.length).toBeGreaterThan(1);
        expect(of.check.length).toBeGreaterThan(20);
      }
    }
    expect(describeTest('rise', 'ru').name).toBe('Резкий рост той же параллели за год');
    expect(describeTest('sharp-rise', 'en').name).toBe('Sharp rise from grade 4 to 5');
  });

  it('never speak of guilt', () => {
    const guilt =
      /обман|списыва|списал|жульнич|нарушен|наруши|фальсиф|подделк|винов|недобросовест|мошенн|cheat|fraud|guilt|dishonest|falsif|manipulat|violat/i;
    const texts = [ru, en].flatMap(textsOf);
    expect(texts.length).toBeGreaterThan(150);
    for (const text of texts) expect(text).not.toMatch(guilt);
  });
});

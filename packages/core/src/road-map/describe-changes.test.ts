import { describe, expect, it } from 'vitest';
import { aMeasure, aPlan } from '../../test/road-map/a-plan.js';
import { parseDeadline } from '../calendar/parse-deadline.js';
import { describeChanges } from './describe-changes.js';
import { diffPlans } from './diff.js';

const before = aPlan([
  aMeasure('m1', { number: '1.', text: 'Семинар для учителей' }),
  aMeasure('m2', { number: '2.', text: 'Выезд в школу' }),
]);

describe('describeChanges', () => {
  it('says what changed so that a parent understands it', () => {
    const deadline = parseDeadline('до 1 ноября 2025 года', { schoolYear: '2025/2026' }).deadline;
    const after = aPlan(
      [
        aMeasure('m3', { text: 'День открытых дверей' }),
        aMeasure('m1', {
          number: '1.',
          text: 'Семинар для учителей',
          deadline,
          responsible: ['Директор', 'Завуч'],
        }),
      ],
      { title: 'Новое название' },
    );
    expect(describeChanges(before, after, diffPlans(before, after), 'ru')).toEqual([
      'Изменён документ, название: было «Повышение качества обучения математике», стало «Новое название».',
      'пункт 1 «Семинар для учителей», срок: было «до 1 октября 2025 года», стало «до 1 ноября 2025 года».',
      'пункт 1 «Семинар для учителей», ответственные: было «Директор», стало «Директор, Завуч».',
      'Исключено: пункт 2 «Выезд в школу».',
      'Добавлено: «День открытых дверей».',
      'Мероприятия стоят в другом порядке.',
    ]);
    expect(describeChanges(before, after, diffPlans(before, after), 'en')[1]).toBe(
      'item 1 «Семинар для учителей», deadline: was «до 1 октября 2025 года», is now «до 1 ноября 2025 года».',
    );
  });

  it('says what a field had not had, or has no more', () => {
    const without = aPlan([aMeasure('m1', { text: 'Семинар' })]);
    const having = aPlan([aMeasure('m1', { text: 'Семинар', result: 'Справка' })]);
    expect(describeChanges(without, having, diffPlans(without, having), 'ru')).toEqual([
      '«Семинар», ожидаемый результат: добавлено «Справка».',
    ]);
    expect(describeChanges(having, without, diffPlans(having, without), 'en')).toEqual([
      '«Семинар», expected result: removed «Справка».',
    ]);
  });
});

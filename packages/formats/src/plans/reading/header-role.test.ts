import { describe, expect, it } from 'vitest';
import { headerKey, headerRole } from './header-role.js';

const roleOf = (text: string) => headerRole(text)?.role;

describe('headerRole', () => {
  it.each([
    ['number', ['№', '№ п/п', 'N п/п', 'N', 'п/п', '№пп', '№ п п', '№\nп/п', 'Номер']],
    [
      'text',
      [
        'Мероприятия',
        'Наименование мероприятия',
        'Содержание работы',
        'Содержание деятельности',
        'МЕРО-\nПРИЯТИЯ',
        'Меро-приятия',
        'Краткое описание мер',
      ],
    ],
    ['recommendation', ['Рекомендация', 'Рекомендация по итогам совещания']],
    ['situation', ['Описание ситуации (проблемы)', 'Проблема']],
    ['solution', ['Способ решения', 'Пути решения']],
    [
      'deadline',
      [
        'Срок',
        'Сроки\u00a0исполнения',
        'Срок решения',
        'Cрок',
        'Сро-\nки',
        'С р о к и',
        'Дата',
        'Период',
        'Плановый срок окончания реализации',
        'Срок реализации мероприятия',
      ],
    ],
    [
      'responsible',
      [
        'Ответственные',
        'Ответственный исполнитель (соисполнитель, участник)',
        'Ответст\u00adвенные лица',
        'Исполнители:',
      ],
    ],
    ['result', ['Ожидаемый результат', 'Результат. Вид документа', 'Предполагаемый результат']],
    ['indicator', ['Показатель эффективности', 'Наименование показателя, единица измерения']],
    ['status', ['Отметка о выполнении', 'Фактический срок', 'Результаты достигнутые', 'Корректировка плана']],
    ['risks', ['Риски', 'Риск']],
    ['place', ['Место', 'Место проведения']],
    ['section', ['Раздел', 'Направление деятельности', 'Наименование этапа']],
    ['start', ['Начало', 'Дата начала']],
    ['end', ['Окончание', 'Срок окончания']],
    ['id', ['id']],
  ] as const)('recognises %s', (role, headers) => {
    for (const header of headers) expect([header, roleOf(header)]).toEqual([header, role]);
  });

  it('takes the first telling word of a name that it does not know', () => {
    expect(headerRole('Ответственный за исполнение мероприятия')).toEqual({
      role: 'responsible',
      exact: false,
    });
    expect(headerRole('Сроки проведения мероприятий и контроля')).toEqual({ role: 'deadline', exact: false });
    expect(headerRole('Мероприятия, ответственные')).toEqual({ role: 'text', exact: false });
  });

  it('leaves other names alone', () => {
    expect(['Примечание', 'Класс', '2024', '', 'Ф.И.О.'].map(roleOf)).toEqual(Array(5).fill(undefined));
  });
});

describe('headerKey', () => {
  it('spells ё as е and drops points, breaks and brackets', () => {
    expect(headerKey('  Отчётный\u00a0документ (вид).\n')).toBe('отчетный документ вид');
  });
});

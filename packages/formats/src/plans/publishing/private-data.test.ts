import { describe, expect, it } from 'vitest';
import { doubtfulMailboxes, privateDataIn } from './private-data.js';

const kindsIn = (text: string) => privateDataIn(text).map(({ kind }) => kind);

describe('privateDataIn', () => {
  it.each([
    ['mobile-phone', 'Петрова А. А., +7 (912) 345-67-89'],
    ['mobile-phone', 'тел. 89123456789'],
    ['mobile-phone', '8 912 345 67 89'],
    ['mobile-phone', '+79123456789'],
    ['mobile-phone', '8-912-345-67-89'],
    ['mobile-phone', '8\u00a0(912)\u00a0345\u201167\u201189'.replaceAll('\u2011', '-')],
    ['mobile-phone', '8.912.345.67.89'],
    ['mobile-phone', 'звонить: (912) 345-67-89'],
    ['private-email', 'ivanova.mp@mail.ru'],
    ['private-email', 'mailto:Petrov_1980@Yandex.ru'],
    ['passport', 'паспорт серия 45 08 № 123456'],
    ['passport', 'Паспортные данные: 4508 123456'],
    ['snils', '112-233-445 95'],
    ['snils', 'СНИЛС: 11223344595'],
    ['birth-date', 'Иванов Пётр, 12.03.2010 г.р.'],
    ['birth-date', 'дата рождения: 12 марта'],
    ['home-address', 'проживает по адресу: ул. Лесная, 5'],
  ])('finds %s in «%s»', (kind, text) => {
    expect(kindsIn(text)).toEqual([kind]);
  });

  it.each([
    '8 (3812) 12-34-56',
    '+7 (495) 123-45-67',
    '8-800-555-35-35',
    'тел. 2-34-56',
    'Указ № 12-34-56',
    'приказ № 89123456789',
    'письмо от 12.08.2025 № 31-17/402',
    'ИНН 5503912345',
    'https://vk.com/video89123456789',
    'https://example.org/?id=89123456789',
    'school5@edu-omsk.ru',
    'социальный паспорт школы на 2025 год, 15 показателей',
    'паспорт проекта от 01.09.2025 № 4',
    'с 01.09.2025 по 31.05.2026',
    '2025-09-01/2025-12-31',
    '9 классы: 912 обучающихся',
    'КТП 112-233',
  ])('finds nothing in «%s»', (text) => {
    expect(kindsIn(text)).toEqual([]);
  });

  it('lets mailboxes of organisations stand, and names them', () => {
    const text = 'mbou_sosh5@mail.ru, school-12@yandex.ru, ivanova@gmail.com, info@oblobr.ru';
    expect(privateDataIn(text)).toEqual([{ kind: 'private-email', text: 'ivanova@gmail.com' }]);
    expect(doubtfulMailboxes(text)).toEqual(['mbou_sosh5@mail.ru', 'school-12@yandex.ru']);
  });

  it('takes no time over long texts', () => {
    const started = performance.now();
    for (const piece of ['8 9 ', 'а@', 'a.', 'паспорт ', '912 345-', 'проживает ', '(9'])
      privateDataIn(piece.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

import { describe, expect, it } from 'vitest';
import { parseDeadline } from './parse-deadline.js';

const PHRASES = [
  'до 1 октября 2025 года',
  'с 20 декабря по 15 января',
  'сентябрь – октябрь, апрель',
  'В течение 2024-2025 учебного года',
  'I, II, III, IV четверть',
  'II полугодие',
  '3-я неделя октября',
  'по итогам первой четверти, полугодия, третьей четверти, года',
  'не реже 1 раза в полугодие',
  'последняя пятница каждого месяца',
  'ежегодно, до 1 октября',
  'до 25 числа каждого месяца',
  'по понедельникам, средам и пятницам',
  'в соответствии с графиком',
  'на следующие 3 года',
  'Постоянно',
  'четвёртый вторник марта',
];

const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  В: 'B',
  С: 'C',
};

const SPELLINGS: readonly (readonly [name: string, spelling: (phrase: string) => string])[] = [
  ['capital letters', (phrase) => phrase.toUpperCase()],
  ['no-break spaces', (phrase) => phrase.replaceAll(' ', '\u00a0')],
  ['narrow spaces', (phrase) => phrase.replaceAll(' ', '\u202f')],
  ['double spaces', (phrase) => `  ${phrase.replaceAll(' ', '   ')}  `],
  ['line breaks', (phrase) => phrase.replaceAll(' ', '\n')],
  ['em dashes', (phrase) => phrase.replace(/[-–]/g, '—')],
  ['minus signs', (phrase) => phrase.replace(/[-–]/g, '\u2212')],
  ['no-break hyphens', (phrase) => phrase.replace(/[-–]/g, '\u2011')],
  ['soft hyphens', (phrase) => phrase.replace(/([а-я]{3})([а-я]{2})/g, '$1\u00ad$2')],
  ['decomposed letters', (phrase) => phrase.normalize('NFD')],
  ['е for ё', (phrase) => phrase.replaceAll('ё', 'е')],
  ['Latin look-alikes', (phrase) => [...phrase].map((letter) => LATIN[letter] ?? letter).join('')],
  ['Cyrillic Roman numerals', (phrase) => phrase.replaceAll('I', 'І')],
  ['Roman numerals of one character', (phrase) => phrase.replace(/III/g, 'Ⅲ').replace(/\bII\b/g, 'Ⅱ')],
  ['a full stop behind', (phrase) => `${phrase}.`],
  ['brackets around', (phrase) => `(${phrase})`],
  ['quotes around', (phrase) => `«${phrase}»`],
];

describe('spelling', () => {
  it.each(SPELLINGS)('%s change no meaning', (_, spelling) => {
    for (const phrase of PHRASES) {
      const plain = parseDeadline(phrase, { schoolYear: '2024/2025' });
      const spelt = parseDeadline(spelling(phrase), { schoolYear: '2024/2025' });
      expect({ ...spelt.deadline, raw: '' }, spelling(phrase)).toEqual({ ...plain.deadline, raw: '' });
      expect(spelt.issues).toEqual([]);
    }
  });
});

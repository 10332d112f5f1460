/**
 * School calendars of past and present years: facts with their source. Recommendations do not bind a school; its own
 * calendar always goes first.
 *
 * @module
 */
import { periodsFromBreaks } from './periods-from-breaks.js';
import type { CalendarScheme, SchoolBreak, SchoolCalendar, SchoolPeriod } from './school-calendar.js';

type BreakRow = readonly [name: SchoolBreak['name'], start: string, end: string, grade?: number];

interface Facts {
  readonly id: string;
  readonly schoolYear: string;
  readonly scheme: readonly CalendarScheme[];
  readonly start: string;
  readonly end: string;
  readonly breaks: readonly BreakRow[];
  /** First and last day of the four quarters, where published. */
  readonly quarters?: readonly (readonly [start: string, end: string])[];
  readonly source: string;
}

const FACTS: readonly Facts[] = [
  {
    id: 'ru-2025-26-quarters',
    schoolYear: '2025/2026',
    scheme: ['quarters', 'half-years'],
    start: '2025-09-01',
    end: '2026-05-26',
    quarters: [
      ['2025-09-01', '2025-10-24'],
      ['2025-11-05', '2025-12-30'],
      ['2026-01-12', '2026-03-27'],
      ['2026-04-06', '2026-05-26'],
    ],
    breaks: [
      ['autumn', '2025-10-25', '2025-11-02'],
      ['extra', '2025-11-03', '2025-11-04'],
      ['winter', '2025-12-31', '2026-01-11'],
      ['extra', '2026-02-16', '2026-02-22', 1],
      ['spring', '2026-03-28', '2026-04-05'],
      ['summer', '2026-05-27', '2026-08-31'],
    ],
    source:
      'Recommendation of Минпросвещения for 2025/26 as reported by TASS, 18.08.2025 (tass.ru/obschestvo/24811955), and Kommersant (kommersant.ru/doc/7973443)',
  },
  {
    id: 'ru-2025-26-trimesters',
    schoolYear: '2025/2026',
    scheme: ['trimesters', 'modules'],
    start: '2025-09-01',
    end: '2026-05-31',
    breaks: [
      ['autumn', '2025-10-06', '2025-10-12'],
      ['autumn', '2025-11-17', '2025-11-23'],
      ['winter', '2025-12-31', '2026-01-11'],
      ['winter', '2026-02-16', '2026-02-23'],
      ['spring', '2026-04-06', '2026-04-12'],
    ],
    source:
      'Calendar of one school in Yaroslavl that works by trimesters of two modules (ok33-yar.edu.yar.ru)',
  },
  {
    id: 'ru-2024-25-quarters',
    schoolYear: '2024/2025',
    scheme: ['quarters', 'half-years'],
    start: '2024-09-02',
    end: '2025-05-26',
    quarters: [
      ['2024-09-02', '2024-10-26'],
      ['2024-11-05', '2024-12-28'],
      ['2025-01-09', '2025-03-22'],
      ['2025-03-31', '2025-05-26'],
    ],
    breaks: [
      ['autumn', '2024-10-27', '2024-11-04'],
      ['winter', '2024-12-29', '2025-01-08'],
      ['extra', '2025-02-15', '2025-02-23', 1],
      ['spring', '2025-03-23', '2025-03-30'],
    ],
    source:
      'Recommendation for 2024/25 as reported by the press (orbsteppe.ru, vedtver.ru, ko44.ru); other reports name other days for winter and spring',
  },
  {
    id: 'ru-2024-25-trimesters',
    schoolYear: '2024/2025',
    scheme: ['trimesters', 'modules'],
    start: '2024-09-02',
    end: '2025-05-26',
    breaks: [
      ['autumn', '2024-10-07', '2024-10-13'],
      ['autumn', '2024-11-18', '2024-11-24'],
      ['winter', '2024-12-30', '2025-01-08'],
      ['winter', '2025-02-17', '2025-02-23'],
      ['spring', '2025-04-07', '2025-04-13'],
    ],
    source: 'Recommendation of the Ulyanovsk region for 2024/25 as reported by media73.ru',
  },
  {
    id: 'ru-2023-24-quarters',
    schoolYear: '2023/2024',
    scheme: ['quarters', 'half-years'],
    start: '2023-09-01',
    end: '2024-05-24',
    breaks: [
      ['autumn', '2023-10-28', '2023-11-05'],
      ['winter', '2023-12-30', '2024-01-07'],
      ['extra', '2024-02-10', '2024-02-18', 1],
      ['spring', '2024-03-23', '2024-03-31'],
    ],
    source:
      'Breaks of one school in Lipetsk (sh48-lipeck-r42.gosweb.gosuslugi.ru); first and last day of one in the Rostov region (novsch31.rostovschool.ru)',
  },
  {
    id: 'ru-2022-23-quarters',
    schoolYear: '2022/2023',
    scheme: ['quarters', 'half-years'],
    start: '2022-09-01',
    end: '2023-05-26',
    breaks: [
      ['autumn', '2022-10-29', '2022-11-06'],
      ['winter', '2022-12-31', '2023-01-08'],
      ['spring', '2023-04-08', '2023-04-16'],
    ],
    source:
      'Recommendation on the portal Объясняем.рф for 2022/23 as reported by ulpressa.ru, 05.09.2022; first and last day by the federal rule',
  },
  {
    id: 'ru-2022-23-trimesters',
    schoolYear: '2022/2023',
    scheme: ['trimesters', 'modules'],
    start: '2022-09-01',
    end: '2023-05-26',
    breaks: [
      ['autumn', '2022-10-10', '2022-10-16'],
      ['autumn', '2022-11-21', '2022-11-27'],
      ['winter', '2022-12-31', '2023-01-08'],
      ['winter', '2023-02-20', '2023-02-26'],
      ['spring', '2023-04-03', '2023-04-09'],
    ],
    source:
      'Recommendation on the portal Объясняем.рф for 2022/23 as reported by ulpressa.ru, 05.09.2022; first and last day by the federal rule',
  },
  {
    id: 'ru-2021-22-quarters',
    schoolYear: '2021/2022',
    scheme: ['quarters', 'half-years'],
    start: '2021-09-01',
    end: '2022-05-30',
    quarters: [
      ['2021-09-01', '2021-10-29'],
      ['2021-11-08', '2021-12-28'],
      ['2022-01-10', '2022-03-18'],
      ['2022-03-28', '2022-05-30'],
    ],
    breaks: [
      ['autumn', '2021-10-30', '2021-11-07'],
      ['winter', '2021-12-29', '2022-01-09'],
      ['extra', '2022-02-21', '2022-02-27', 1],
      ['spring', '2022-03-19', '2022-03-27'],
    ],
    source: 'Calendar of one school in Yugra (posh1.hmaoschool.ru)',
  },
  {
    id: 'ru-2020-21-quarters',
    schoolYear: '2020/2021',
    scheme: ['quarters', 'half-years'],
    start: '2020-09-01',
    end: '2021-05-30',
    quarters: [
      ['2020-09-01', '2020-10-30'],
      ['2020-11-09', '2020-12-25'],
      ['2021-01-11', '2021-03-21'],
      ['2021-03-29', '2021-05-30'],
    ],
    breaks: [
      ['autumn', '2020-11-02', '2020-11-08'],
      ['winter', '2020-12-28', '2021-01-10'],
      ['extra', '2021-02-15', '2021-02-21', 1],
      ['spring', '2021-03-22', '2021-03-28'],
    ],
    source: 'Calendar of one school in Kostroma (slep-kostroma.ru)',
  },
];

/** Calendars by school year, the newest first; for one year quarters stand before trimesters. */
export const CALENDAR_PRESETS: readonly SchoolCalendar[] = /* @__PURE__ */ FACTS.map(
  ({ quarters, breaks, ...facts }) => {
    const rows = breaks.map(
      ([name, start, end, grade]): SchoolBreak =>
        grade === undefined ? { name, start, end } : { name, start, end, grades: [grade] },
    );
    const given = quarters?.map(
      ([start, end], index): SchoolPeriod => ({ kind: 'quarter', number: index + 1, start, end }),
    );
    return {
      ...facts,
      breaks: rows,
      periods: given ?? periodsFromBreaks({ start: facts.start, end: facts.end, breaks: rows }),
      verification: 'second-hand',
    };
  },
);

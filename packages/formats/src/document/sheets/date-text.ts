import type { SheetDate } from '../../sheet.js';

/** A date as a person sees it in a spreadsheet with Russian settings; times of day are left out. */
export function dateText(date: SheetDate, format: string): string {
  const code = format.split(';')[0] ?? '';
  if (/\[\$-f800\]/i.test(code)) return `${render(date, 'd mmmm yyyy')} г.`;
  return /[dmyгдм]/i.test(withoutTexts(code)) ? render(date, code) : render(date, SHORT);
}

/** The codes of formats that spreadsheets know by number only. */
export function builtInDateFormat(id: number): string {
  return BUILT_IN.get(id) ?? SHORT;
}

const SHORT = 'dd.mm.yyyy';
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [15, 'dd.mmm.yy'],
  [16, 'dd.mmm'],
  [17, 'mmm.yy'],
]);

/** Quoted text, `\` and a character, a bracket, a time of day, or letters of a date. */
const TOKEN =
  /"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|am\/pm|a\/p|(h+[:.\s]*(?:m+)?(?:[:.]*s+(?:\.0+)?)?|m+:s+(?:\.0+)?|s+)|(y+|г+|m+|м+|d+|д+)|([^"\\[])/gi;

function render(date: SheetDate, code: string): string {
  const withDay = /d|д/i.test(withoutTexts(code));
  const english = /\[\$-409\]/i.test(code);
  let text = '';
  for (const [whole, quoted, escaped, time, letters, other] of code.matchAll(TOKEN)) {
    if (quoted !== undefined) text += quoted;
    else if (escaped !== undefined) text += escaped;
    else if (time !== undefined) text = text.trimEnd();
    else if (letters !== undefined) text += part(date, letters.toLowerCase(), { withDay, english });
    else if (other !== undefined && other !== '@') text += other;
    else if (whole.startsWith('_')) text += ' ';
  }
  return text.trim();
}

function withoutTexts(code: string): string {
  return code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '');
}

function part(
  { year, month, day }: SheetDate,
  letters: string,
  { withDay, english }: { withDay: boolean; english: boolean },
): string {
  const length = letters.length;
  switch (letters[0]) {
    case 'y':
    case 'г':
      return length > 2 ? String(year) : two(year % 100);
    case 'd':
    case 'д':
      return length > 2
        ? weekday({ year, month, day }, length, english)
        : length === 2
          ? two(day)
          : String(day);
    default: {
      if (length <= 2) return length === 2 ? two(month) : String(month);
      const names = english ? ENGLISH : withDay ? OF_MONTH : MONTHS;
      const name = names[month - 1] ?? '';
      return length === 3 ? name.slice(0, 3) : length === 5 ? name.slice(0, 1) : name;
    }
  }
}

function weekday(
  { year, month, day }: Pick<SheetDate, 'year' | 'month' | 'day'>,
  length: number,
  english: boolean,
): string {
  const index = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
  if (english) return ENGLISH_DAYS[index]?.slice(0, length === 3 ? 3 : undefined) ?? '';
  return (length === 3 ? SHORT_DAYS : DAYS)[index] ?? '';
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}

const MONTHS = 'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь'.split(' ');
const OF_MONTH = 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(
  ' ',
);
const ENGLISH = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'воскресенье понедельник вторник среда четверг пятница суббота'.split(' ');
const SHORT_DAYS = 'Вс Пн Вт Ср Чт Пт Сб'.split(' ');
const ENGLISH_DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

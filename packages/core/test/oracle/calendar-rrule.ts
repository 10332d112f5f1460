/**
 * The days of an RFC 5545 rule, found by asking every single day whether the rule names it. Knows only the parts that
 * our rules use, and nothing of our code.
 */
export function expandRrule(text: string, start: string, end: string): readonly string[] {
  const parts = new Map(
    text
      .split(';')
      .map((part): [string, string] => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );
  const until = parts.get('UNTIL') ?? '99999999';
  const found: string[] = [];
  for (let time = Date.parse(start); time <= Date.parse(end); time += DAY) {
    const date = new Date(time);
    const day = date.toISOString().slice(0, 10);
    if (day.replaceAll('-', '') > until) break;
    if (isNamed(parts, date) && inInterval(parts, date, new Date(start)) && isChosen(parts, date))
      found.push(day);
  }
  return found;
}

const DAY = 86_400_000;
const NAMES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

function lengthOf(date: Date): number {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
}

function isNamed(parts: ReadonlyMap<string, string>, date: Date): boolean {
  const day = date.getUTCDate();
  const months = parts.get('BYMONTH')?.split(',').map(Number);
  if (months !== undefined && !months.includes(date.getUTCMonth() + 1)) return false;
  const days = parts.get('BYMONTHDAY')?.split(',').map(Number);
  if (days !== undefined && !days.some((each) => (each < 0 ? lengthOf(date) + 1 + each : each) === day))
    return false;
  const weekdays = parts.get('BYDAY')?.split(',');
  return weekdays === undefined || weekdays.some((each) => isWeekday(each, date));
}

function isWeekday(written: string, date: Date): boolean {
  if (!written.endsWith(NAMES[date.getUTCDay()] ?? '?')) return false;
  const nth = Number(written.slice(0, -2));
  if (nth === 0) return true;
  const day = date.getUTCDate();
  return nth > 0 ? Math.ceil(day / 7) === nth : Math.ceil((lengthOf(date) - day + 1) / 7) === -nth;
}

function inInterval(parts: ReadonlyMap<string, string>, date: Date, start: Date): boolean {
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const monday = (each: Date) => each.getTime() - ((each.getUTCDay() + 6) % 7) * DAY;
  const months = (each: Date) => each.getUTCFullYear() * 12 + each.getUTCMonth();
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return ((date.getTime() - start.getTime()) / DAY) % interval === 0;
    case 'WEEKLY':
      return ((monday(date) - monday(start)) / DAY / 7) % interval === 0;
    case 'MONTHLY':
      return (months(date) - months(start)) % interval === 0;
    default:
      return (date.getUTCFullYear() - start.getUTCFullYear()) % interval === 0;
  }
}

/** `BYSETPOS=-1`: the last day of the month that the rule names. */
function isChosen(parts: ReadonlyMap<string, string>, date: Date): boolean {
  if (parts.get('BYSETPOS') !== '-1') return true;
  for (let day = date.getUTCDate() + 1; day <= lengthOf(date); day++) {
    if (isNamed(parts, new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), day)))) return false;
  }
  return true;
}

import type { LocalDate } from '@orientir/core/calendar';

/** The day by the clock of the computer, where it stands: in Kamchatka it begins twelve hours before that of Greenwich. */
export function today(now: Date = new Date()): LocalDate {
  const [year, month, day] = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

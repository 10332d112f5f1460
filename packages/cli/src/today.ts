import type { LocalDate } from '@orientir/core/calendar';

/** The day by the clock of the computer. */
export function today(): LocalDate {
  return new Date().toISOString().slice(0, 10);
}

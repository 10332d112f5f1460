import type { Language } from './issue.js';

/** A day (`2025-09-30`) as people write it: 30.09.2025 in Russian; in English as in tables. */
export function formatDay(day: string, language: Language): string {
  return language === 'ru' ? day.split('-').reverse().join('.') : day;
}

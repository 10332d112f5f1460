import type { Assessment } from './assessment.js';

/** Whether two names mean the same subject or programme: neither capitals nor spaces around them matter. */
export function sameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** The same procedure in different years has the same text: programme, subject (as {@link sameName} compares) and grade. */
export function procedureOf({
  programme,
  subject,
  grade,
}: Pick<Assessment, 'programme' | 'subject' | 'grade'>): string {
  return JSON.stringify([plain(programme), plain(subject), grade ?? null]);
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}

import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { UnknownSchool } from './school-registry.js';

/** That nobody knows a school, and what it may be instead. */
export function unknownSchool(
  code: 'passport-school-unknown' | 'profile-school-unknown',
  place: Place,
  school: string,
  why: UnknownSchool | undefined,
): Issue {
  if (why === undefined) return issue(code, 'error', place, { school });
  if (why.kind === 'several')
    return issue('school-several', 'error', place, { school, schools: why.schools.join(', ') });
  const { known } = why;
  if (why.kind === 'zeros') return issue('school-zeros', 'error', place, { school, known });
  const same = Array.from(known.toLowerCase());
  const at = Array.from(school.toLowerCase()).findIndex((letter, i) => letter !== same[i]);
  const letter = Array.from(school)[at] ?? '';
  const alphabet = /\p{Script=Cyrillic}/u.test(letter) ? 'ru' : 'en';
  return issue('school-letters', 'error', place, { school, known, letter, at: at + 1, alphabet });
}

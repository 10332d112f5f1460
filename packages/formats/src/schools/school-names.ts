/**
 * Names of schools as people write them, made comparable.
 *
 * @module
 */
import type { Issue } from '@orientir/core/foundation';
import { compareText, issue } from '@orientir/core/foundation';
import type { School } from './school-registry.js';

/**
 * A name without the legal form, quotes and spelling habits: «МБОУ "СОШ №5 им. А. Иванова"» → `сош 5 им а иванова`.
 * Numbers and place names stay: they tell schools apart.
 */
export function normaliseSchoolName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[«»"'“”„]/g, ' ')
    .replace(FULL_KINDS, (kind) => KINDS[kind.replace(/\s+/g, ' ')] ?? kind)
    .replace(LEGAL_FORMS, ' ')
    .replace(/(?:№|\bno\.?|\bn)\s*(?=\d)/g, ' ')
    .replace(/имени/g, 'им')
    .replace(/[^\p{L}\d-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Pairs of schools of one municipality whose names may mean the same school. They are offered, never joined.
 *
 * Offered are equal normalised names, and names of the same kind and number whose place names share a beginning
 * and an end («В-Таловская», «Верхнеталовская»).
 */
export function schoolCandidates(schools: readonly School[], file: string): readonly Issue[] {
  const found: Issue[] = [];
  const named = schools.flatMap((school) =>
    school.name === undefined
      ? []
      : [{ school, name: school.name, parts: normaliseSchoolName(school.name).split(' ') }],
  );
  named.sort((one, other) => compareText(one.school.id, other.school.id));
  named.forEach((one, i) => {
    for (const other of named.slice(i + 1)) {
      if (one.school.municipality !== other.school.municipality) continue;
      if (alike(one.parts, other.parts)) {
        found.push(issue('school-candidate', 'warning', { file }, { one: one.name, other: other.name }));
      }
    }
  });
  return found;
}

const LEGAL_FORMS = /(?<![\p{L}])(?:м|г|ч|н)?(?:б|а|к|н|с)?(?:о)?оу(?![\p{L}])/gu;
const KINDS: Readonly<Record<string, string>> = {
  'средняя общеобразовательная школа': 'сош',
  'основная общеобразовательная школа': 'оош',
  'начальная общеобразовательная школа': 'нош',
  'средняя школа': 'сош',
};
const FULL_KINDS = /(?:средняя|основная|начальная)\s+общеобразовательная\s+школа|средняя\s+школа/g;

function alike(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  return one.every((part, i) => {
    const beside = other[i] ?? '';
    if (part === beside) return true;
    if (/\d/.test(part) || /\d/.test(beside)) return false;
    const [short, long] = part.length < beside.length ? [part, beside] : [beside, part];
    const [head = '', tail = ''] = short.split('-');
    return tail.length >= 4 && long.startsWith(head) && long.endsWith(tail);
  });
}

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
  for (const neighbours of byMunicipality(schools).values()) {
    neighbours.forEach((one, i) => {
      for (const other of neighbours.slice(i + 1)) {
        if (alike(one.parts, other.parts)) {
          found.push(issue('school-candidate', 'warning', { file }, { one: one.name, other: other.name }));
        }
      }
    });
  }
  return found;
}

/**
 * Names by id of the schools that have one, so that people can tell them apart: a name that several schools have is followed by
 * the municipality, and by the id where that is missing or the same. `МБОУ СОШ № 8` → `МБОУ СОШ № 8 (Заречный район)`.
 */
export function distinctSchoolNames(schools: readonly School[]): ReadonlyMap<string, string> {
  const ofName = countOf(schools, ({ name = '' }) => normaliseSchoolName(name));
  const inPlace = ({ name = '', municipality = '' }: School) =>
    JSON.stringify([normaliseSchoolName(name), municipality]);
  const ofPlace = countOf(schools, inPlace);
  return new Map(
    schools.flatMap((school) => {
      const { id, name, municipality } = school;
      if (name === undefined) return [];
      if ((ofName.get(normaliseSchoolName(name)) ?? 0) < 2) return [[id, name]];
      const told =
        municipality === undefined
          ? id
          : (ofPlace.get(inPlace(school)) ?? 0) < 2
            ? municipality
            : `${municipality}, ${id}`;
      return [[id, `${name} (${told})`]];
    }),
  );
}

function countOf(schools: readonly School[], keyOf: (school: School) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const school of schools) {
    if (school.name === undefined) continue;
    const key = keyOf(school);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

interface NamedSchool {
  readonly name: string;
  readonly parts: readonly string[];
}

function byMunicipality(schools: readonly School[]): ReadonlyMap<string, readonly NamedSchool[]> {
  const groups = new Map<string, NamedSchool[]>();
  for (const { name, municipality = '' } of [...schools].sort((one, other) =>
    compareText(one.id, other.id),
  )) {
    if (name === undefined) continue;
    const group = groups.get(municipality) ?? [];
    group.push({ name, parts: normaliseSchoolName(name).split(' ') });
    groups.set(municipality, group);
  }
  return groups;
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

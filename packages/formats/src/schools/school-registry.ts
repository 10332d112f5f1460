/**
 * The list of schools: who is who behind logins and aliases, and where each school belongs.
 *
 * @module
 */
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { FormColumn } from '../forms/form-columns.js';
import { formColumns } from '../forms/form-columns.js';
import { inCyrillic } from '../lookalikes.js';
import { isDividedOtherwise } from '../readers/row-of-text.js';
import type { Sheet, SheetCell } from '../sheet.js';
import { cellText, columnName } from '../sheet.js';
import { MunicipalityNames } from './municipality-names.js';
import { ALIASES, SCHOOL_FACTS, SCHOOL_ID, SCHOOL_LIST_COLUMNS } from './school-columns.js';

export interface School {
  readonly id: string;
  readonly name?: string;
  readonly municipality?: string;
  readonly region?: string;
  readonly founder?: string;
  readonly settlement?: string;
  readonly type?: string;
  /** In the words of the region. */
  readonly remoteness?: string;
}

/** Finds schools by id, alias, the digits of a login, or their name. */
export class SchoolRegistry {
  readonly schools: readonly School[];
  /** Logins with the same digits that the list gives to different schools. */
  readonly apart: ReadonlySet<string>;
  /** By id and alias, in lower case. */
  readonly names: ReadonlyMap<string, School>;
  readonly #byDigits: ReadonlyMap<string, School | 'several'>;
  readonly #named: ReadonlyMap<string, readonly School[]>;
  #lookAlikes: ReadonlyMap<string, string> | undefined;

  constructor(schools: readonly School[], names: ReadonlyMap<string, School>) {
    this.schools = schools;
    this.names = names;
    const byDigits = new Map<string, School | 'several'>();
    for (const [name, school] of names) {
      const digits = loginDigits(name);
      if (digits === undefined) continue;
      const there = byDigits.get(digits);
      byDigits.set(digits, there === undefined || there === school ? school : 'several');
    }
    this.#byDigits = byDigits;
    const named = new Map<string, School[]>();
    for (const school of schools) {
      if (school.name === undefined) continue;
      const there = named.get(key(school.name));
      if (there === undefined) named.set(key(school.name), [school]);
      else there.push(school);
    }
    this.#named = named;
    this.apart = new Set(
      schools.flatMap(({ id }) => (byDigits.get(loginDigits(id) ?? '') === 'several' ? [id] : [])),
    );
  }

  /** No list: every login is a school of its own until `settleSchools` of core joins prefixes. */
  static none(): SchoolRegistry {
    return new SchoolRegistry([], new Map());
  }

  get isEmpty(): boolean {
    return this.schools.length === 0;
  }

  /**
   * The school behind a login, an id, an alias or a name; absent when the list does not know it. A name is that of the
   * one school which has it, in this municipality as far as it is told.
   */
  resolve(login: string, municipality = ''): School | undefined {
    const found = this.names.get(key(login));
    if (found !== undefined) return found;
    const byDigits = this.#byDigits.get(loginDigits(login) ?? '');
    if (byDigits !== undefined) return byDigits === 'several' ? undefined : byDigits;
    const [school, other] = (this.#named.get(key(login)) ?? []).filter(
      (of) =>
        municipality === '' || of.municipality === undefined || key(of.municipality) === key(municipality),
    );
    return other === undefined ? school : undefined;
  }

  /** Why {@link resolve} finds no school, where the list can say more than that it has none. */
  whyUnknown(login: string): UnknownSchool | undefined {
    const digits = loginDigits(login);
    const several =
      digits !== undefined && this.#byDigits.get(digits) === 'several'
        ? this.schools.filter(({ id }) => loginDigits(id) === digits)
        : (this.#named.get(key(login)) ?? []);
    if (several.length > 1) return { kind: 'several', schools: several.map(({ id }) => id) };
    const number = withoutZeros(login);
    const [short, other] =
      number === undefined ? [] : [...this.names.keys()].filter((name) => withoutZeros(name) === number);
    if (short !== undefined && other === undefined && short !== key(login))
      return { kind: 'zeros', known: short };
    this.#lookAlikes ??= lookAlikesOf(this.schools, this.names);
    const known = this.#lookAlikes.get(inCyrillic(key(login)));
    return known === undefined || key(known) === key(login) ? undefined : { kind: 'letters', known };
  }
}

/** What a list can say of a school that it does not have. */
export type UnknownSchool =
  /** A name or id of the list is the same but for letters of another alphabet that look alike. */
  | { readonly kind: 'letters'; readonly known: string }
  /** An id of the list is the same number with zeros in front. */
  | { readonly kind: 'zeros'; readonly known: string }
  /** Ids of the schools that may be meant. */
  | { readonly kind: 'several'; readonly schools: readonly string[] };

/** Ids, aliases and names as the list writes them, by what they look like. */
function lookAlikesOf(
  schools: readonly School[],
  names: ReadonlyMap<string, School>,
): ReadonlyMap<string, string> {
  const written = [
    ...schools.flatMap(({ id, name }) => (name === undefined ? [id] : [id, name])),
    ...names.keys(),
  ];
  return new Map([...written].reverse().map((text) => [inCyrillic(key(text)), text]));
}

/**
 * Reads `schools.csv` (`id,aliases,name,municipality,region,founder,settlement,type,remoteness`, or what people write
 * instead). A row without id is refused; other columns are passed over.
 *
 * @param header - index of the header row.
 * @param before - a list that this one continues: what it says stands.
 */
export function parseSchools(
  sheet: Sheet,
  file: string,
  {
    header = 0,
    before = SchoolRegistry.none(),
  }: { readonly header?: number; readonly before?: SchoolRegistry } = {},
): {
  readonly registry: SchoolRegistry;
  readonly issues: readonly Issue[];
  readonly rejected: number;
  readonly rows: number;
} {
  const { at: columns, width: named } = formColumns(
    { ...sheet, rows: sheet.rows.slice(header) },
    SCHOOL_LIST_COLUMNS,
  );
  const place = sheet.name === '' ? { file } : { file, sheet: sheet.name };
  const issues: Issue[] = [];
  const schools: School[] = [...before.schools];
  const names = new Map(before.names);
  const municipalities = MunicipalityNames.ofSchools(schools);
  const longest = Math.max(named, sheet.rows[header]?.length ?? 0);
  let rejected = 0;
  let rows = 0;
  sheet.rows.forEach((row, r) => {
    if (r <= header || row.every((cell) => cellText(cell) === '')) return;
    rows++;
    const notDivided =
      sheet.name === '' ? notDividedAlike(row, named, longest, { ...place, row: r + 1 }) : undefined;
    if (notDivided !== undefined) {
      issues.push(notDivided);
      rejected++;
      return;
    }
    const text = ({ id: name }: Pick<FormColumn, 'id'>) => cellText(row[columns.get(name) ?? -1]);
    const at = { ...place, row: r + 1, column: columnName(columns.get(SCHOOL_ID.id) ?? 0) };
    const id = text(SCHOOL_ID);
    if (id === '') {
      issues.push(issue('school-missing', 'error', at, {}));
      rejected++;
      return;
    }
    const school: School = {
      id,
      ...Object.fromEntries(
        SCHOOL_FACTS.flatMap((fact) => (text(fact) === '' ? [] : [[fact.id, text(fact)]])),
      ),
    };
    const taken = names.get(key(id));
    if (taken === undefined) names.set(key(id), school);
    else issues.push(issue('school-alias-conflict', 'error', at, { alias: id, one: taken.id, other: id }));
    for (const name of text(ALIASES)
      .split('|')
      .map((part) => part.trim())) {
      // An id that stands among the aliases of its own school says nothing new.
      if (name === '' || key(name) === key(id)) continue;
      const there = names.get(key(name));
      if (there === undefined) names.set(key(name), school);
      else if (there.id !== id)
        issues.push(issue('school-alias-conflict', 'warning', at, { alias: name, one: there.id, other: id }));
    }
    if (taken !== undefined) {
      rejected++;
      return;
    }
    schools.push(school);
    const { municipality = '', region = '' } = school;
    const one = municipalities.add(municipality, region);
    if (one !== undefined)
      issues.push(issue('municipality-candidate', 'warning', at, { one, other: municipality }));
  });
  return { registry: new SchoolRegistry(schools, names), issues, rejected, rows };
}

/** A row of a text with more cells than the header has, or with all of them in one. */
function notDividedAlike(
  row: readonly SheetCell[],
  named: number,
  columns: number,
  place: Place,
): Issue | undefined {
  const filled = row.flatMap((cell, at) => (cellText(cell) === '' ? [] : [{ cell, at }]));
  const cells = (filled.at(-1)?.at ?? 0) + 1;
  if (cells > columns) return issue('row-too-long', 'error', place, { cells, columns });
  const [only, ...others] = filled;
  return others.length === 0 && isDividedOtherwise(only?.cell, named)
    ? issue('row-undivided', 'error', place, {})
    : undefined;
}

function key(login: string): string {
  return cellText(login).toLowerCase();
}

function loginDigits(login: string): string | undefined {
  return /^(?:sch|edu|ksh)(\d+)$/i.exec(login.trim())?.[1];
}

/** A number without zeros in front; absent for everything else. */
export function withoutZeros(login: string): string | undefined {
  return /^0*(\d+)$/.exec(login.trim())?.[1];
}

/**
 * The list of schools: who is who behind logins and aliases, and where each school belongs.
 *
 * @module
 */
import type { Issue } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { Sheet } from '../sheet.js';
import { cellText, columnName } from '../sheet.js';

export interface School {
  readonly id: string;
  readonly name?: string;
  readonly municipality?: string;
  readonly region?: string;
  readonly founder?: string;
  readonly settlement?: string;
  readonly type?: string;
}

/** Finds schools by id, alias, or the digits of a login. */
export class SchoolRegistry {
  readonly schools: readonly School[];
  /** Logins with the same digits that the list gives to different schools. */
  readonly apart: ReadonlySet<string>;
  readonly #byName: ReadonlyMap<string, School>;
  readonly #byDigits: ReadonlyMap<string, School | 'several'>;

  constructor(schools: readonly School[], names: ReadonlyMap<string, School>) {
    this.schools = schools;
    this.#byName = names;
    const byDigits = new Map<string, School | 'several'>();
    for (const [name, school] of names) {
      const digits = loginDigits(name);
      if (digits === undefined) continue;
      const there = byDigits.get(digits);
      byDigits.set(digits, there === undefined || there === school ? school : 'several');
    }
    this.#byDigits = byDigits;
    this.apart = new Set(
      schools.flatMap(({ id }) => (byDigits.get(loginDigits(id) ?? '') === 'several' ? [id] : [])),
    );
  }

  /** No list: every login is a school of its own until `joinSchools` of core joins prefixes. */
  static none(): SchoolRegistry {
    return new SchoolRegistry([], new Map());
  }

  get isEmpty(): boolean {
    return this.schools.length === 0;
  }

  /** The school behind a login, an id or an alias; absent when the list does not know it. */
  resolve(login: string): School | undefined {
    const found = this.#byName.get(key(login));
    if (found !== undefined) return found;
    const byDigits = this.#byDigits.get(loginDigits(login) ?? '');
    return byDigits === 'several' ? undefined : byDigits;
  }
}

/** Reads `schools.csv` (`id,aliases,name,municipality,region,founder,settlement,type`). A row without id is refused. */
export function parseSchools(
  sheet: Sheet,
  file: string,
): {
  readonly registry: SchoolRegistry;
  readonly issues: readonly Issue[];
  readonly rejected: number;
  readonly rows: number;
} {
  const header = (sheet.rows[0] ?? []).map((cell) => cellText(cell).toLowerCase());
  const column = (name: string) => header.indexOf(name);
  const place = sheet.name === '' ? { file } : { file, sheet: sheet.name };
  const issues: Issue[] = [];
  const schools: School[] = [];
  const names = new Map<string, School>();
  let rejected = 0;
  let rows = 0;
  sheet.rows.forEach((row, r) => {
    if (r === 0 || row.every((cell) => cellText(cell) === '')) return;
    rows++;
    const text = (name: string) => cellText(row[column(name)]);
    const at = { ...place, row: r + 1, column: columnName(Math.max(0, column('id'))) };
    const id = text('id');
    if (id === '') {
      issues.push(issue('school-missing', 'error', at, {}));
      rejected++;
      return;
    }
    const school: School = {
      id,
      ...optional('name', text('name')),
      ...optional('municipality', text('municipality')),
      ...optional('region', text('region')),
      ...optional('founder', text('founder')),
      ...optional('settlement', text('settlement')),
      ...optional('type', text('type')),
    };
    let kept = false;
    for (const name of [id, ...text('aliases').split('|')].map((part) => part.trim())) {
      if (name === '') continue;
      const there = names.get(key(name));
      if (there === undefined) {
        names.set(key(name), school);
        if (name === id) kept = true;
      } else if (there.id !== id || name === id) {
        issues.push(issue('school-alias-conflict', 'warning', at, { alias: name, one: there.id, other: id }));
      }
    }
    if (kept) schools.push(school);
    else rejected++;
  });
  return { registry: new SchoolRegistry(schools, names), issues, rejected, rows };
}

function optional<Name extends string>(name: Name, value: string): { readonly [Key in Name]?: string } {
  const made: { [Key in Name]?: string } = {};
  if (value !== '') made[name] = value;
  return made;
}

function key(login: string): string {
  return cellText(login).toLowerCase();
}

function loginDigits(login: string): string | undefined {
  return /^(?:sch|edu|ksh)(\d+)$/i.exec(login.trim())?.[1];
}

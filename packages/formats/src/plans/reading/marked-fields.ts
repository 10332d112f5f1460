import type { SchoolYear } from '@orientir/core/calendar';
import { parseSchoolYear } from '@orientir/core/calendar';
import type { Language } from '@orientir/core/foundation';
import type { PlanKind, PlanLevel } from '@orientir/core/road-map';
import { PLAN_KINDS, PLAN_LEVELS } from '@orientir/core/road-map';
import type { DocumentContent, DocumentTable } from '../../document/index.js';
import { PLAN_ATTRIBUTES } from '../plan-attributes.js';
import { isMarkedPlan } from './table-header.js';

/** What a published plan says about itself. */
export interface MarkedFields {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly kind?: PlanKind | undefined;
  readonly level?: PlanLevel | undefined;
  readonly region?: string | undefined;
  readonly municipality?: string | undefined;
  readonly school?: string | undefined;
  readonly schoolYear?: SchoolYear | undefined;
}

/** The attributes of the table of a published plan; values that are none of ours are left out. */
export function markedFields(table: DocumentTable | undefined): MarkedFields {
  if (table === undefined || !isMarkedPlan(table)) return {};
  const { table: names } = PLAN_ATTRIBUTES;
  const value = (name: string) => {
    const found = table.attributes.get(name)?.trim();
    return found === '' ? undefined : found;
  };
  const kind = value(names.kind);
  const level = value(names.level);
  const title = (table.caption ?? '').trim();
  return {
    id: value(names.id),
    title: title === '' ? undefined : title,
    kind: kind !== undefined && isKind(kind) ? kind : undefined,
    level: level !== undefined && isPlanLevel(level) ? level : undefined,
    region: value(names.region),
    municipality: value(names.municipality),
    school: value(names.school),
    schoolYear: parseSchoolYear(value(names.schoolYear) ?? ''),
  };
}

/** The same out of the sheet «О плане» of our own workbooks, which is known by the row with the id. */
export function sheetFields({ blocks }: DocumentContent): MarkedFields {
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const values = new Map(
      block.rows
        .slice(0, MOST_FACTS)
        .flatMap(({ cells: [name, value] }) =>
          name === undefined || value === undefined ? [] : [[name.text, value.text] as const],
        ),
    );
    const value = (ru: string, en: string) => values.get(ru) ?? values.get(en);
    const id = value('Код плана', 'Plan id');
    if (id === undefined) continue;
    return {
      id,
      title: value('Название', 'Title'),
      kind: codeOf(PLAN_KINDS, value('Вид', 'Kind'), isKind),
      level: codeOf(PLAN_LEVELS, value('Уровень', 'Level'), isPlanLevel),
      region: value('Регион', 'Region'),
      municipality: value('Муниципалитет', 'Municipality'),
      school: value('Школа', 'School'),
      schoolYear: parseSchoolYear(value('Учебный год', 'School year') ?? ''),
    };
  }
  return {};
}

function codeOf<Code extends string>(
  list: Readonly<Record<string, Readonly<Record<Language, string>>>>,
  word: string | undefined,
  is: (code: string) => code is Code,
): Code | undefined {
  const found = Object.entries(list).find(([, words]) => words.ru === word || words.en === word)?.[0];
  return found !== undefined && is(found) ? found : undefined;
}

const MOST_FACTS = 60;

function isKind(code: string): code is PlanKind {
  return Object.hasOwn(PLAN_KINDS, code);
}

/** Whether a text is a code of the list `planLevel`. */
export function isPlanLevel(code: string): code is PlanLevel {
  return Object.hasOwn(PLAN_LEVELS, code);
}

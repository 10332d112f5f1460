/**
 * Descriptions that lie beside results: `assessment.json`, our table of items, mark scales.
 *
 * @module
 */
import type { Assessment, MarkCondition, MarkScale, ScaleOrigin } from '@orientir/core/assessment';
import type { Issue } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { parseAssessment } from '@orientir/core/schema';
import type { Sheet } from '../sheet.js';
import { cellText, columnName } from '../sheet.js';
import type { WorkIdentity } from './assessment-identity.js';

/** A full description, with the folder in which it was found (absent = given by the user for all folders). */
export interface DescribedAssessment {
  readonly assessment: Assessment;
  readonly folder?: string;
  readonly file: string;
}

/** A mark scale: for an assessment id, or for grade and subject. */
export interface ScaleSidecar {
  readonly assessment?: string;
  readonly identity: WorkIdentity;
  readonly scale: MarkScale;
  /** Maximum of the work, where the table says it. */
  readonly max?: number;
  readonly conditions?: readonly MarkCondition[];
  readonly origin?: ScaleOrigin;
  readonly folder: string;
  readonly file: string;
}

/** Reads an `assessment.json`: one description, or a list of them. */
export function readAssessments(
  value: unknown,
  file: string,
  folder: string | undefined,
): { readonly found: readonly DescribedAssessment[]; readonly issues: readonly Issue[] } {
  const found: DescribedAssessment[] = [];
  const issues: Issue[] = [];
  for (const each of Array.isArray(value) ? value : [value]) {
    const parsed = parseAssessment(each);
    if (parsed.kind === 'assessment') {
      found.push({ assessment: parsed.assessment, file, ...(folder === undefined ? {} : { folder }) });
    } else {
      for (const problem of parsed.problems)
        issues.push(issue('sidecar-invalid', 'error', { file }, problem));
    }
  }
  return { found, issues };
}

/** Reads our own table of items (`assessment,programme,subject,grade,school_year,item,max_points,…`). */
export function readItemTable(
  sheet: Sheet,
  header: number,
  file: string,
  folder: string,
): { readonly found: readonly DescribedAssessment[]; readonly issues: readonly Issue[] } {
  const cells = tableRows(sheet, header);
  const byId = new Map<string, { head: Record<string, unknown>; items: unknown[] }>();
  for (const { text } of cells) {
    const id = text('assessment');
    if (text('item') === '') continue;
    const work = byId.get(id) ?? {
      head: {
        id,
        programme: text('programme'),
        subject: text('subject'),
        grade: text('grade'),
        schoolYear: text('school_year'),
      },
      items: [],
    };
    work.items.push({
      id: text('item'),
      ...given('maxPoints', text('max_points'), (value) => Number(value.replace(',', '.'))),
      ...given('level', text('level')),
      ...given('section', text('section')),
      ...given('skill', text('skill')),
      ...given('codes', text('codes'), list),
      ...given('tags', text('tags'), list),
      ...given('options', text('options'), list),
      ...given('key', text('key')),
    });
    byId.set(id, work);
  }
  return readAssessments(
    [...byId.values()].map(({ head, items }) => ({ ...head, items })),
    file,
    folder,
  );
}

/**
 * Reads mark scales: `assessment,mark,min`, or `[grade,]subject,min_for_3,min_for_4,min_for_5,max_primary`, where `year` (of the
 * work) or `school_year`, `programme`, `owner`, `condition_items` (joined by `|`), `condition_min` may be told: pupils with
 * fewer points than that for these items have a 2.
 */
export function readScales(
  sheet: Sheet,
  header: number,
  wide: boolean,
  file: string,
  folder: string,
): { readonly found: readonly ScaleSidecar[]; readonly issues: readonly Issue[] } {
  const rows = tableRows(sheet, header);
  const found: ScaleSidecar[] = [];
  const issues: Issue[] = [];
  const number = (text: string) => (text === '' ? Number.NaN : Number(text.replace(',', '.')));
  const refuse = (row: number, path: string) => {
    const at = {
      file,
      ...(sheet.name === '' ? {} : { sheet: sheet.name }),
      row: row + 1,
      column: columnName(0),
    };
    issues.push(issue('sidecar-invalid', 'error', at, { path, ru: 'нужны числа', en: 'numbers are needed' }));
  };
  if (wide) {
    for (const { text, row } of rows) {
      const borders = ['3', '4', '5'].map((mark) => ({
        mark: Number(mark),
        min: number(text(`min_for_${mark}`)),
      }));
      if (borders.some(({ min }) => Number.isNaN(min))) {
        // Titles and notes have no borders at all.
        if (['3', '4', '5'].some((mark) => text(`min_for_${mark}`) !== ''))
          refuse(row, 'min_for_3, min_for_4, min_for_5');
        continue;
      }
      const schoolYear = /^(\d{4})\s*[-/–]\s*(?:\d\d)?(\d\d)$/.exec(text('school_year'));
      const year = schoolYear === null ? number(text('year')) : Number(schoolYear[1]) + 1;
      const max = number(text('max_primary'));
      const grade = number(text('grade'));
      const least = number(text('condition_min'));
      const conditions: readonly MarkCondition[] =
        least > 0 && text('condition_items') !== ''
          ? [{ items: list(text('condition_items')), min: least, marks: [3, 4, 5], otherwise: 2 }]
          : [];
      const origin: ScaleOrigin = {
        ...(text('owner') === '' ? {} : { owner: text('owner') }),
        ...(Number.isNaN(year) ? {} : { schoolYear: `${year - 1}/${year}` }),
      };
      found.push({
        identity: {
          ...(Number.isNaN(grade) ? {} : { grade }),
          ...(text('programme') === '' ? {} : { programme: text('programme') }),
          subject: text('subject'),
          ...(Number.isNaN(year) ? {} : { year }),
        },
        ...(conditions.length === 0 ? {} : { conditions }),
        ...(Object.keys(origin).length === 0 ? {} : { origin }),
        scale: [{ mark: 2, min: 0 }, ...borders],
        ...(Number.isNaN(max) ? {} : { max }),
        folder,
        file,
      });
    }
    return { found, issues };
  }
  const byId = new Map<string, { mark: number; min: number }[]>();
  for (const { text, row } of rows) {
    const border = { mark: number(text('mark')), min: number(text('min')) };
    if (Number.isNaN(border.mark) || Number.isNaN(border.min)) {
      refuse(row, 'mark, min');
      continue;
    }
    byId.set(text('assessment'), [...(byId.get(text('assessment')) ?? []), border]);
  }
  for (const [assessment, borders] of byId) {
    const scale = borders.sort((one, other) => one.min - other.min);
    const lowest = scale[0];
    const whole =
      lowest === undefined || lowest.min === 0 ? scale : [{ mark: lowest.mark - 1, min: 0 }, ...scale];
    found.push({ assessment, identity: {}, scale: whole, folder, file });
  }
  return { found, issues };
}

function tableRows(sheet: Sheet, header: number) {
  const headers = (sheet.rows[header] ?? []).map((cell) => cellText(cell).toLowerCase());
  return sheet.rows
    .map((cells, row) => ({ row, text: (name: string) => cellText(cells[headers.indexOf(name)]) }))
    .filter(({ row }) => row > header && (sheet.rows[row] ?? []).some((cell) => cellText(cell) !== ''));
}

function list(text: string): readonly string[] {
  return text
    .split(/[|;,\n]| {2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function given(
  field: string,
  text: string,
  convert: (text: string) => unknown = (value) => value,
): Record<string, unknown> {
  return text === '' ? {} : { [field]: convert(text) };
}

/**
 * Descriptions that lie beside results: `assessment.json`, test plans, mark scales, the list of schools.
 *
 * @module
 */
import type { Assessment, Item, ItemLevel, MarkScale } from '@orientir/core/assessment';
import type { Issue } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import { parseAssessment } from '@orientir/core/schema';
import type { Sheet } from '../sheet.js';
import { cellText, columnName } from '../sheet.js';
import type { WorkIdentity } from './assessment-identity.js';
import { identityOfPath, identityOfTitle, joinIdentities } from './assessment-identity.js';
import { parseItemCode } from './item-code.js';

/** A full description, with the folder in which it was found (absent = given by the user for all folders). */
export interface DescribedAssessment {
  readonly assessment: Assessment;
  readonly folder?: string;
  readonly file: string;
}

/** A plan («план КИМ») that does not name its work itself. */
export interface TestPlan {
  readonly items: readonly Item[];
  readonly identity: WorkIdentity;
  readonly folder: string;
  readonly file: string;
}

/** A mark scale: for an assessment id, or for grade and subject. */
export interface ScaleSidecar {
  readonly assessment?: string;
  readonly identity: WorkIdentity;
  readonly scale: MarkScale;
  /** Maximum of the work, where the table says it. */
  readonly max?: number;
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
      issues.push(...parsed.problems.map((problem) => issue('sidecar-invalid', 'error', { file }, problem)));
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
    });
    byId.set(id, work);
  }
  return readAssessments(
    [...byId.values()].map(({ head, items }) => ({ ...head, items })),
    file,
    folder,
  );
}

/** Reads an official plan («обобщённый план»); rows of one item (one for each code) are joined. */
export function readPlan(sheet: Sheet, header: number, file: string, folder: string): TestPlan {
  const headers = (sheet.rows[header] ?? []).map((cell) => cellText(cell).toLowerCase());
  const column = (...patterns: readonly RegExp[]) =>
    patterns.map((pattern) => headers.findIndex((text) => pattern.test(text))).find((index) => index >= 0) ??
    -1;
  const at = {
    item: column(/№ по ким/, /^№/),
    max: column(/^максимальный балл/),
    level: column(/^уровень сложности/),
    kes: column(/кэс/),
    kt: column(/код кт/, /кпу/),
  };
  const items = new Map<string, { maxPoints?: number; level?: ItemLevel; codes: string[] }>();
  for (const row of sheet.rows.slice(header + 1)) {
    const id = parseItemCode(cellText(row[at.item]))?.code ?? cellText(row[at.item]);
    const max = Number(cellText(row[at.max]).replace(',', '.'));
    if (id === '' || !(max > 0)) continue;
    const item = items.get(id) ?? { codes: [] };
    item.maxPoints = max;
    const level = LEVELS.get(cellText(row[at.level]).toLowerCase().slice(0, 1));
    if (level !== undefined) item.level = level;
    for (const code of [...list(cellText(row[at.kes])), ...list(cellText(row[at.kt]))]) {
      if (!item.codes.includes(code)) item.codes.push(code);
    }
    items.set(id, item);
  }
  const titles = sheet.rows.slice(0, header).flatMap((row) => row.map(cellText));
  return {
    items: Array.from(items, ([id, { codes, ...item }]) => ({
      id,
      ...item,
      ...(codes.length === 0 ? {} : { codes }),
    })),
    identity: joinIdentities(
      ...titles.map(identityOfTitle),
      identityOfPath(titles.join(' ')),
      identityOfPath(file),
    ),
    folder,
    file,
  };
}

/** Reads mark scales: `assessment,mark,min`, or `grade,subject,min_for_3,min_for_4,min_for_5,max_primary[,year]`. */
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
  if (wide) {
    for (const { text } of rows) {
      const borders = ['3', '4', '5'].map((mark) => ({
        mark: Number(mark),
        min: number(text(`min_for_${mark}`)),
      }));
      if (borders.some(({ min }) => Number.isNaN(min))) continue;
      const year = number(text('year'));
      const max = number(text('max_primary'));
      found.push({
        identity: {
          grade: number(text('grade')),
          subject: text('subject'),
          ...(Number.isNaN(year) ? {} : { year }),
        },
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
      const place = {
        file,
        ...(sheet.name === '' ? {} : { sheet: sheet.name }),
        row: row + 1,
        column: columnName(0),
      };
      issues.push(
        issue('sidecar-invalid', 'error', place, {
          path: 'mark, min',
          ru: 'нужны числа',
          en: 'numbers are needed',
        }),
      );
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

const LEVELS: ReadonlyMap<string, ItemLevel> = new Map(
  Object.entries<ItemLevel>({ б: 'basic', п: 'advanced', в: 'high' }),
);

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

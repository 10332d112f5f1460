/**
 * Recognises a sheet by the cells of its header row, never by the name of the file.
 *
 * @module
 */
import { contextQuestions } from '../passport/context-form-columns.js';
import { INDICATORS } from '../passport/passport-columns.js';
import type { ProfileFormName } from '../profile/profile-columns.js';
import { profileFormOf } from '../profile/profile-columns.js';
import { isPupilFactsHeader } from '../pupils/pupil-columns.js';
import { isSchoolListHeader } from '../schools/school-columns.js';
import type { Sheet, SheetCell } from '../sheet.js';
import { cellText } from '../sheet.js';
import type { SupportCommand } from '../support/support-columns.js';
import { supportCommandOf } from '../support/support-columns.js';
import { protocolHeader } from './exams/protocol-header.js';
import { headerText } from './header-text.js';
import { isOwnTable } from './own-results.js';
import { isCodifierHeader } from './read-plan.js';
import type { ReportKind } from './reports/report-kind.js';
import { reportKind } from './reports/report-kind.js';
import { responseLayout } from './response-layout.js';
import type { TableLayout } from './table-layout.js';

/** What a sheet turned out to be. */
export type SheetKind =
  | { readonly kind: 'responses'; readonly layout: TableLayout }
  | {
      readonly kind:
        | 'plan'
        | 'codifier'
        | 'items'
        | 'scale'
        | 'wide-scale'
        | 'schools'
        | 'passport'
        | 'pupils';
      readonly header: number;
    }
  | { readonly kind: 'own-results' }
  | { readonly kind: 'profile'; readonly form: ProfileFormName }
  | { readonly kind: 'support'; readonly command: SupportCommand }
  | { readonly kind: 'protocol'; readonly layout: 'exam-protocol' | 'exam-appeals' }
  | {
      readonly kind: 'report';
      /** Its name for people; empty where it is not known. */
      readonly report: string;
      /** Absent for reports that are not known. */
      readonly of: ReportKind | undefined;
      readonly header: number;
    }
  | {
      readonly kind: 'service';
      /** Its name is that of a service sheet, its header that of a table of results. */
      readonly hasResults: boolean;
    }
  | { readonly kind: 'unknown' };

const SEARCHED_ROWS = 40;

/**
 * Looks for a known header among the first rows.
 *
 * @param grouped - headers in lower case of columns that pupils are to be compared by.
 */
export function detectLayout(sheet: Sheet, grouped: ReadonlySet<string> = new Set()): SheetKind {
  const found = kindByHeader(sheet, grouped);
  return SERVICE_SHEETS.test(sheet.name) ? { kind: 'service', hasResults: isOfResults(found) } : found;
}

function isOfResults(found: SheetKind): boolean {
  return (
    found.kind === 'responses' ||
    found.kind === 'protocol' ||
    (found.kind === 'report' && found.of !== undefined)
  );
}

function kindByHeader(sheet: Sheet, grouped: ReadonlySet<string>): SheetKind {
  if (isOwnTable((sheet.rows[0] ?? []).map(headerText))) return { kind: 'own-results' };
  for (let r = 0; r < Math.min(SEARCHED_ROWS, sheet.rows.length); r++) {
    const cells = sheet.rows[r] ?? [];
    const headers = cells.map(headerText);
    const found =
      detectSidecar(headers, r) ??
      detectProtocol(cells) ??
      detectReport(sheet, headers, r) ??
      detectResponses(sheet, headers, cells, r, grouped);
    if (found !== undefined) return found;
  }
  return { kind: 'unknown' };
}

const SERVICE_SHEETS = /^(служебный|порядковый номер класса|классы|пояснения|инструкция|справочник)$/i;

function detectSidecar(headers: readonly string[], header: number): SheetKind | undefined {
  const has = (...names: readonly string[]) => names.every((name) => headers.includes(name));
  if (has('assessment', 'item', 'max_points')) return { kind: 'items', header };
  if (has('assessment', 'mark', 'min')) return { kind: 'scale', header };
  if (has('subject', 'min_for_3')) return { kind: 'wide-scale', header };
  if (isSchoolListHeader(headers)) return { kind: 'schools', header };
  if (has('school', 'pupils') && INDICATORS.some(({ id, count }) => has(id) || has(count.id)))
    return { kind: 'passport', header };
  if (contextQuestions(headers) !== undefined) return { kind: 'passport', header };
  if (isPupilFactsHeader(headers)) return { kind: 'pupils', header };
  const command = supportCommandOf(headers);
  if (command !== undefined) return { kind: 'support', command };
  const form = profileFormOf(headers);
  if (form !== undefined) return { kind: 'profile', form };
  if (isCodifierHeader(headers)) return { kind: 'codifier', header };
  const max = headers.some((text) => /^макс(имальный|\.)? ?балл/.test(text));
  const numbered = headers.some((text) => /^(№|номер задания)/.test(text));
  // A report of what pupils reached has the same columns, but no levels and no codes.
  const planned = headers.some((text) => /^уровень|кэс|время выполнения/.test(text));
  return max &&
    (planned || headers.some((text) => text.startsWith('максимальный балл за'))) &&
    (numbered || planned)
    ? { kind: 'plan', header }
    : undefined;
}

function detectProtocol(cells: readonly SheetCell[]): SheetKind | undefined {
  const header = protocolHeader(cells.map(cellText));
  return header === undefined ? undefined : { kind: 'protocol', layout: header.kind };
}

function detectReport(sheet: Sheet, headers: readonly string[], header: number): SheetKind | undefined {
  const aggregate = headers[0] === 'группы участников' || headers[0] === 'номер задания';
  const histogram =
    headers.includes('год') && headers.includes('кол-во участников') && !headers.includes('код участника');
  const of = reportKind(headers);
  return aggregate || histogram || of !== undefined
    ? { kind: 'report', report: reportName(sheet), of, header }
    : undefined;
}

/** What the title says that it is, if that is known; any other title may be the name of a pupil. */
function reportName(sheet: Sheet): string {
  const titles = [cellText(sheet.rows[0]?.[0]), cellText(sheet.name)];
  return titles.flatMap((title) => REPORT_NAMES.exec(title)?.[0] ?? []).at(0) ?? '';
}

const REPORT_NAMES =
  /статистика по отметкам|сравнение отметок с отметками по журналу|выполнение заданий|достижение планируемых результатов|распределение (?:первичных )?баллов|гистограмма соответствия (?:аттестационных )?отметок|гистограмма/i;

function detectResponses(...given: Parameters<typeof responseLayout>): SheetKind | undefined {
  const layout = responseLayout(...given);
  return layout === undefined ? undefined : { kind: 'responses', layout };
}

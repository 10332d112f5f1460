import type { Cell, FullAnalysis } from '@orientir/core/analysis';
import { assessmentTitles } from '@orientir/core/assessment';
import type { Figure, Language } from '@orientir/core/foundation';
import { describeMissing } from '@orientir/core/foundation';
import type { WorkbookColumn } from '../xlsx/write-workbook.js';
import { WORDS } from './results-words.js';

/** Columns from header, kind and width. */
export function columns(
  ...of: readonly (readonly [header: string, kind: WorkbookColumn['kind'], width?: number, wraps?: 'wraps'])[]
): readonly WorkbookColumn[] {
  return of.map(([header, kind, width, wraps]) => ({
    header,
    kind,
    ...(width === undefined ? {} : { width }),
    ...(wraps === undefined ? {} : { wraps: true }),
  }));
}

/** Titles of works by id. */
export function titlesOf({ assessments }: FullAnalysis, language: Language): ReadonlyMap<string, string> {
  return assessmentTitles(assessments, language);
}

/** A figure as a cell; missing = empty. */
export function value(figure: Figure): Cell {
  return figure.kind === 'known' ? figure.estimate : undefined;
}

/** Why figures of a row are missing, each reason once. */
export function reasons(figures: readonly Figure[], language: Language): Cell {
  const texts = new Set(
    figures.flatMap((figure) =>
      figure.kind === 'missing' ? [describeMissing(figure.reason, language)] : [],
    ),
  );
  return texts.size === 0 ? undefined : [...texts].join('; ');
}

/** A group by its name. */
export function unitName(unit: string, language: Language): string {
  return unit === 'all' ? WORDS[language].everything : unit;
}

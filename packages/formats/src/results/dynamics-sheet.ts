/**
 * Sheet of `results.xlsx` about changes of schools from year to year.
 *
 * @module
 */
import type { WorkbookSheet } from '../xlsx/write-workbook.js';
import { DYNAMICS_WORDS } from './dynamics-words.js';
import { ends, sheet } from './evidence-sheets.js';
import { WORDS } from './results-words.js';
import { columns, reasons, unitName, value } from './row-parts.js';
import type { WorkbookInput } from './workbook-input.js';

/** Every school of the last year by its name; none where results are of one school year. */
export function dynamicsSheets({ analysis, schoolNames, language }: WorkbookInput): readonly WorkbookSheet[] {
  const of = analysis.dynamics?.();
  if (of === undefined) return [];
  const w = WORDS[language];
  const own = DYNAMICS_WORDS[language];
  return [
    sheet(
      { name: own.dynamics, note: own.dynamicsNote, csv: w.inCsv('dynamics.csv') },
      columns(
        [w.unit, 'text'],
        [w.verdict, 'text'],
        [own.flagged, 'text'],
        [own.stable, 'text'],
        [own.year, 'text'],
        [own.before, 'text'],
        [w.n, 'count'],
        [own.pupilsBefore, 'count'],
        [own.change, 'number'],
        [w.low, 'number'],
        [w.high, 'number'],
        [own.points, 'share'],
        [w.low, 'share'],
        [w.high, 'share'],
        [w.why, 'text'],
      ),
      of.schools,
      (school) => [
        schoolNames.get(school.school) ?? unitName(school.school, language),
        school.verdict === undefined ? undefined : own.verdicts[school.verdict],
        school.flagged || school.doubtful ? own.yes : undefined,
        own.stables[school.stablyHigh],
        of.schoolYear,
        of.previousYear,
        school.pupils,
        school.works.length === 0 ? undefined : school.pupilsBefore,
        value(school.change),
        ...ends(school.change),
        value(school.points),
        ...ends(school.points),
        reasons([school.change, school.points], language),
      ],
    ),
  ];
}

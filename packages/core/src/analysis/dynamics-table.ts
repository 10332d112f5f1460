import type { SchoolDynamics, SchoolOverYears } from '../dynamics/school-dynamics.js';
import type { Cell, Table } from './table.js';
import type { Columns } from './table-rows.js';
import { cell, lazily, reasons, table } from './table-rows.js';

const COLUMNS: Columns = [
  ['school', 'text'],
  ['school_year', 'text'],
  ['previous_year', 'text'],
  ['works', 'text'],
  ['n', 'count'],
  ['n_previous', 'count'],
  ['change', 'number'],
  ['low', 'number'],
  ['high', 'number'],
  ['p', 'share'],
  ['q', 'share'],
  ['verdict', 'text'],
  ['points', 'number'],
  ['points_low', 'number'],
  ['points_high', 'number'],
  ['stably_high', 'text'],
];
/** Of them those that may be missing. */
const FIGURES: Columns = [
  ['change', 'number'],
  ['points', 'number'],
];

/**
 * `dynamics.csv`, only with results of two school years or more. `change`: standing among all schools, this year less
 * last year, in standard deviations of pupils; `verdict`: `rose`, `fell`, `unclear`; `points`: share of the maximum, this year
 * less last year, over works with the same items. `works` are parted by `;`. `note`: `flagged` = a test of objectivity
 * flags a result of the school; `doubtful` = a work is left out for it; `spread:` how many times the variance of chance
 * changes have; `rules:` the ruleset.
 */
export function dynamicsTable(dynamics: () => SchoolDynamics): Table {
  return table(
    'dynamics',
    COLUMNS,
    lazily(() => {
      const of = dynamics();
      return of.schools.map((school) => ({ of, school }));
    }),
    rowOf,
  );
}

function rowOf({ of, school }: { of: SchoolDynamics; school: SchoolOverYears }): readonly Cell[] {
  const ends = (figure: SchoolOverYears['change']) => {
    const interval = figure.kind === 'known' ? figure.interval : undefined;
    return [cell(figure), interval?.low, interval?.high];
  };
  const notes = [
    ...(school.flagged ? ['flagged'] : []),
    ...(school.doubtful ? ['doubtful'] : []),
    ...(of.spread === undefined ? [] : [`spread:${of.spread.toFixed(2)}`]),
    `rules:${of.rules.id}:${of.rules.verification}`,
  ];
  return [
    school.school,
    of.schoolYear,
    of.previousYear,
    school.works.length === 0 ? undefined : school.works.join(';'),
    school.pupils,
    school.works.length === 0 ? undefined : school.pupilsBefore,
    ...ends(school.change),
    school.p,
    school.q,
    school.verdict,
    ...ends(school.points),
    school.stablyHigh,
    reasons([school.change, school.points], FIGURES),
    notes.join(';'),
  ];
}

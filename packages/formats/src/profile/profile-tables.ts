/**
 * Tables of the profile as `orientir profile` writes them: every row ends with the reason why something is missing, and a note.
 *
 * @module
 */
import type { Cell, Column, ColumnKind, Table } from '@orientir/core/analysis';
import type { Figure } from '@orientir/core/foundation';
import type { CrossChecked, Statement } from '@orientir/core/school-profile';
import {
  attendedShare,
  MARKS,
  omskStages,
  periodMarkShares,
  riskProfile500,
  sevenDirections,
  sixGroups,
} from '@orientir/core/school-profile';
import type { ProfileFormName } from './profile-columns.js';
import type { PeriodResult, ProfiledSchool, ProfileResults } from './profile-results.js';
import {
  ends,
  isShareOfNothing,
  isWithoutWork,
  toldFigure,
  whyEmpty,
  whyNotDone,
  whyUnmeasured,
} from './profile-sheet-parts.js';

/** The tables for which something was given; `profile`, `cross-check` and `stages` always. */
export function profileTables(results: ProfileResults): readonly Table[] {
  const { given, schools } = results;
  const ifGiven = (form: ProfileFormName, made: Table) => (given.has(form) ? [made] : []);
  const hasCard = given.has('annual-card') || schools.some(({ works }) => works.length > 0);
  return [
    table('profile', PROFILE, schools.flatMap(profileRows)),
    table(
      'cross-check',
      CROSS_CHECK,
      schools.flatMap(({ checks }) => checks.map(checkRow)),
    ),
    table('stages', STAGES, schools.flatMap(stageRows)),
    ...ifGiven('swot', table('swot', SWOT, schools.flatMap(swotRows))),
    ...ifGiven('directions', table('directions', DIRECTIONS, directionRows(results))),
    ...(hasCard ? [table('annual-card', CARD, schools.flatMap(cardRows))] : []),
    ...ifGiven('attendance', table('attendance', ATTENDANCE, attendanceRows(results))),
    ...ifGiven('special-control', table('special-control', CONTROL, schools.flatMap(controlRows))),
    ...ifGiven('checkpoints', table('checkpoints', CHECKPOINTS, schools.flatMap(checkpointRows))),
  ];
}

type Columns = readonly (readonly [id: string, kind: ColumnKind])[];
type Row = readonly Cell[];

const text = (...ids: readonly string[]): Columns => ids.map((id) => [id, 'text'] as const);
const PROFILE = text('school', 'factor', 'rating', 'source');
const CROSS_CHECK = text('school', 'rule', 'says', 'against');
const STAGES = text('school', 'stage', 'state', 'date');
const SWOT = text('school', 'kind', 'about', 'text');
const FIGURE: Columns = [
  ['value', 'number'],
  ['n', 'count'],
  ['low', 'number'],
  ['high', 'number'],
];
const DIRECTIONS: Columns = [
  ...text('level', 'unit', 'direction'),
  ['chosen', 'count'],
  ['n', 'count'],
  ['share', 'share'],
];
const CARD: Columns = [...text('school', 'group', 'indicator'), ...FIGURE];
const ATTENDANCE: Columns = [
  ...text('level', 'unit', 'school_year', 'period', 'subject', 'grade', 'assessment', 'figure'),
  ...FIGURE,
];
const CONTROL = text('school', 'owner', 'since', 'because', 'exit_rule', 'ruleset', 'exit');
const CHECKPOINTS: Columns = [
  ...text('school', 'indicator', 'checkpoint', 'date'),
  ['planned', 'share'],
  ['measured', 'share'],
  ['n', 'count'],
  ['low', 'share'],
  ['high', 'share'],
  ['reached', 'text'],
];

function table(name: string, columns: Columns, rows: readonly Row[]): Table {
  return {
    name,
    columns: [...columns, ...text('reason', 'note')].map(([id, kind]): Column => ({ id, kind })),
    rows,
  };
}

function profileRows({ school, profile }: ProfiledSchool): readonly Row[] {
  const { id, verification } = riskProfile500;
  return profile.factors.map((of) => {
    const wording = `wording:${of.factor.verification}`;
    const scale = `${id}:${verification}`;
    if ('reason' in of) return [school, of.factor.id, undefined, undefined, of.reason, note(scale, wording)];
    const { significance, askedOf, chosen } = of.rating;
    const isChosen = chosen === undefined ? '' : `chosen:${chosen ? 'yes' : 'no'}`;
    return [school, of.factor.id, significance, askedOf, undefined, note(scale, wording, isChosen)];
  });
}

function checkRow({ school, rule, judgement }: CrossChecked): Row {
  const own = `rule:${rule.verification}`;
  switch (judgement.kind) {
    case 'differs':
      return [
        school,
        rule.id,
        statements(judgement.says),
        statements(judgement.against),
        undefined,
        note('differs', own),
      ];
    case 'agrees':
      return [school, rule.id, undefined, undefined, undefined, note('agrees', own)];
    case 'excluded':
      return [school, rule.id, undefined, undefined, undefined, note(`excluded:${judgement.exclusion}`, own)];
    case 'unknown':
      return [school, rule.id, undefined, undefined, judgement.reason, own];
  }
}

function statements(of: readonly Statement[]): string {
  return of.map(({ table: from, key, value }) => `${from}:${key}=${value}`).join(';');
}

function stageRows(of: ProfiledSchool): readonly Row[] {
  const { school, stages } = of;
  const source = `${omskStages.id}:${omskStages.verification}`;
  return omskStages.stages.map((stage) => {
    const done = stages.done.find((each) => each.stage === stage);
    if (done !== undefined) return [school, stage.id, 'done', done.date, undefined, source];
    const state = stages.open === stage ? 'open' : 'closed';
    return [school, stage.id, state, undefined, whyNotDone(of, stage), source];
  });
}

function swotRows(of: ProfiledSchool): readonly Row[] {
  return of.swot.length === 0
    ? [[of.school, undefined, undefined, undefined, whyEmpty(of, 'swot'), undefined]]
    : of.swot.map(({ school, kind, about, text: words }) => [
        school,
        kind,
        about,
        words,
        undefined,
        undefined,
      ]);
}

function directionRows({ schools, directions: tally }: ProfileResults): readonly Row[] {
  const source = `${sevenDirections.id}:${sevenDirections.verification}`;
  return [
    ...tally.directions.map(
      ({ direction, chosen, share }): Row => [
        'all',
        'all',
        direction.id,
        chosen,
        share.n,
        estimate(share),
        reason(share),
        note(
          source,
          `complete:${tally.complete}`,
          `too-few:${tally.tooFew}`,
          `too-many:${tally.tooMany}`,
          `sum:${round(tally.sum)}`,
        ),
      ],
    ),
    ...schools.flatMap((of): readonly Row[] => {
      const { school, directions } = of;
      if (directions === undefined)
        return [
          ['school', school, undefined, undefined, undefined, undefined, whyEmpty(of, 'directions'), source],
        ];
      return directions.directions.map((id) => [
        'school',
        school,
        id,
        1,
        1,
        undefined,
        undefined,
        note(source, directions.kind),
      ]);
    }),
  ];
}

function cardRows(of: ProfiledSchool): readonly Row[] {
  const { school, card } = of;
  const why = whyEmpty(of, 'annual-card');
  return card.cells.map(({ indicator, figure }) => {
    const year =
      indicator.kind === 'entered' && card.schoolYear !== undefined ? `year:${card.schoolYear}` : '';
    return [
      school,
      indicator.group,
      indicator.id,
      ...figureCells(toldFigure(figure, why)),
      note(
        `${sixGroups.id}:${sixGroups.verification}`,
        year,
        isShareOfNothing(indicator, figure) ? 'whole:0' : '',
        method(figure),
      ),
    ];
  });
}

function attendanceRows({ periods, schools }: ProfileResults): readonly Row[] {
  const stated = new Set(periods.map(({ unit }) => unit));
  const refused = schools.filter((of) => of.refused.has('attendance') && !stated.has(of.school));
  return [
    ...periods.flatMap((of) => periodRows(of, isWithoutWork(of, schools))),
    ...refused.map((of) => [
      'school',
      of.school,
      ...nothing(ATTENDANCE.length - 2),
      whyEmpty(of, 'attendance'),
      undefined,
    ]),
  ];
}

function periodRows({ level, unit, key, counts, beside }: PeriodResult, isAlone: boolean): readonly Row[] {
  const { schoolYear, period, subject, grade } = key;
  const start = [level, unit, schoolYear, period, subject, grade === undefined ? undefined : String(grade)];
  const row = (assessment: string | undefined, name: string, figure: Figure, more = ''): Row => [
    ...start,
    assessment,
    name,
    ...figureCells(figure),
    note(method(figure), more),
  ];
  const lessons = counts.withAttendance === 0 ? '' : `lessons:${counts.lessons};missed:${counts.missed}`;
  const marks = periodMarkShares(counts);
  return [
    row(undefined, 'attended', attendedShare(counts), lessons),
    ...MARKS.map((mark) => row(undefined, `mark_${mark}`, marks[mark], isAlone ? 'no-work' : '')),
    ...beside.flatMap(({ assessment: { id, programme }, work, difference }) => [
      ...MARKS.map((mark) => row(id, `work_${mark}`, work[mark], `programme:${programme}`)),
      ...MARKS.map((mark) => row(id, `difference_${mark}`, difference[mark], `programme:${programme}`)),
    ]),
  ];
}

function controlRows(of: ProfiledSchool): readonly Row[] {
  if (of.controls.length === 0 && !of.refused.has('special-control')) return [];
  if (of.controls.length === 0)
    return [[of.school, ...nothing(CONTROL.length - 1), whyEmpty(of, 'special-control'), undefined]];
  return of.controls.map(({ control, state }) => [
    control.school,
    control.owner,
    control.since,
    control.reason,
    control.exit,
    control.ruleset,
    state.kind === 'unknown' ? undefined : state.kind,
    state.kind === 'unknown' ? state.reason : undefined,
    undefined,
  ]);
}

function checkpointRows(of: ProfiledSchool): readonly Row[] {
  if (of.checkpoints.length === 0 && of.refused.has('checkpoints'))
    return [[of.school, ...nothing(CHECKPOINTS.length - 1), whyEmpty(of, 'checkpoints'), undefined]];
  return of.checkpoints.flatMap(({ school, indicator, points }) =>
    points.map((point) => {
      const { checkpoint, date, planned, measured, reached } = point;
      return [
        school,
        indicator,
        checkpoint,
        date,
        estimate(planned),
        estimate(measured),
        measured.n,
        ...ends(measured),
        reached,
        reason(toldFigure(measured, whyUnmeasured(of, point))),
        note(method(measured)),
      ];
    }),
  );
}

/** Cells of a school whose rows were all refused. */
function nothing(cells: number): readonly undefined[] {
  return Array<undefined>(cells).fill(undefined);
}

function figureCells(figure: Figure): readonly [...Row] {
  return [estimate(figure), figure.n, ...ends(figure), reason(figure)];
}

function estimate(figure: Figure): Cell {
  return figure.kind === 'known' ? figure.estimate : undefined;
}

function reason(figure: Figure): Cell {
  return figure.kind === 'missing' ? figure.reason : undefined;
}

function method(figure: Figure): string {
  return figure.kind === 'known' ? (figure.interval?.method ?? '') : '';
}

function note(...parts: readonly string[]): Cell {
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? undefined : said.join(';');
}

function round(value: number): number {
  return Number(value.toFixed(4));
}

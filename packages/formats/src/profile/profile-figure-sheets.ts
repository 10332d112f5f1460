/** Sheets of `profile.xlsx` with figures: card, attendance, special control, checkpoints. @module */
import type { Cell } from '@orientir/core/analysis';
import { lowResultsRulesTitle } from '@orientir/core/assessment';
import { describeMissing } from '@orientir/core/foundation';
import { attendedShare, MARKS, periodMarkShares, sixGroups } from '@orientir/core/school-profile';
import { columns, reasons, value } from '../results/row-parts.js';
import type { WorkbookSheet } from '../xlsx/write-workbook.js';
import type { ProfileFormName } from './profile-columns.js';
import type { ProfiledSchool } from './profile-results.js';
import type { Told } from './profile-sheet-parts.js';
import {
  ends,
  isShareOfNothing,
  isWithoutWork,
  sourceNote,
  toldFigure,
  whyEmpty,
  whyUnmeasured,
} from './profile-sheet-parts.js';
import {
  CHECKPOINT_TEXTS,
  dayText,
  EXIT_TEXTS,
  exitReasonText,
  PERIOD_TEXTS,
  REACHED_TEXTS,
} from './profile-texts.js';

export function cardSheet({ schools, language, words: w }: Told): WorkbookSheet {
  return {
    name: w.card,
    title: w.card,
    notes: [w.cardNote, sourceNote(sixGroups, w, language)],
    columns: columns(
      [w.school, 'text'],
      [w.group, 'text'],
      [w.indicator, 'text'],
      [w.share, 'share'],
      [w.count, 'count'],
      [w.n, 'count'],
      [w.low, 'share'],
      [w.high, 'share'],
      [w.schoolYear, 'text'],
      [w.reason, 'text'],
    ),
    rows: schools.flatMap((of) =>
      of.card.cells.map(({ indicator, figure }) => {
        const isCount = indicator.kind === 'entered' && indicator.of === undefined;
        const told = toldFigure(figure, whyEmpty(of, 'annual-card'));
        return [
          of.name,
          sixGroups.groups[indicator.group][language],
          indicator.name[language],
          isCount ? undefined : value(told),
          isCount ? value(told) : undefined,
          isCount ? undefined : told.n,
          ...ends(told),
          indicator.kind === 'entered' ? of.card.schoolYear : undefined,
          isShareOfNothing(indicator, told) ? w.shareOfNothing : reasons([told], language),
        ];
      }),
    ),
  };
}

export function attendanceSheet(told: Told): WorkbookSheet {
  const { periods, schools, language, words: w } = told;
  const stated = new Set(periods.map(({ unit }) => unit));
  const names = new Map(schools.map(({ school, name }) => [school, name]));
  const marks = MARKS.map((mark) => [`«${mark}»`, 'share'] as const);
  return {
    name: w.attendance,
    title: w.attendance,
    notes: [w.attendanceNote],
    columns: columns(
      [w.school, 'text'],
      [w.schoolYear, 'text'],
      [w.period, 'text'],
      [w.subject, 'text'],
      [w.grade, 'text'],
      [w.what, 'text'],
      [w.attended, 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      ...marks,
      [w.n, 'count'],
      [w.reason, 'text'],
    ),
    rows: [
      ...periods.flatMap((of): readonly (readonly Cell[])[] => {
        const { level, unit, key, counts, beside } = of;
        const start = [
          level === 'all' ? w.all : (names.get(unit) ?? unit),
          key.schoolYear,
          PERIOD_TEXTS[language][key.period],
          key.subject ?? w.allSubjects,
          key.grade === undefined ? w.all : String(key.grade),
        ];
        const attended = attendedShare(counts);
        const own = MARKS.map((mark) => periodMarkShares(counts)[mark]);
        return [
          [
            ...start,
            w.periodMarks,
            value(attended),
            ...ends(attended),
            ...own.map(value),
            // Without marks the pupils whose lessons were counted.
            own[0]?.kind === 'known' ? own[0].n : attended.n,
            isWithoutWork(of, schools) ? w.noWork : reasons([attended, ...own], language),
          ],
          ...beside.map(({ assessment: { id, programme, subject, grade }, work }) => {
            const figures = MARKS.map((mark) => work[mark]);
            const title = [programme, subject, grade === undefined ? '' : w.ofGrade(grade)].filter(
              (part) => part !== '',
            );
            return [
              ...start,
              title.length === 0 ? id : title.join(', '),
              undefined,
              undefined,
              undefined,
              ...figures.map(value),
              figures[0]?.n,
              reasons(figures, language),
            ];
          }),
        ];
      }),
      ...refusedRows(told, 'attendance', 11 + MARKS.length, ({ school }) => stated.has(school)),
    ],
  };
}

export function controlSheet(told: Told): WorkbookSheet {
  const { schools, language, words: w } = told;
  return {
    name: w.control,
    title: w.control,
    notes: [w.controlNote],
    columns: columns(
      [w.school, 'text'],
      [w.owner, 'text'],
      [w.since, 'text'],
      [w.because, 'text', 44, 'wraps'],
      [w.exitRule, 'text', 46, 'wraps'],
      [w.exit, 'text'],
      [w.reason, 'text'],
    ),
    rows: [
      ...schools.flatMap(({ name, controls }) =>
        controls.map(({ control, state }) => [
          name,
          control.owner,
          dayText(control.since, language),
          control.reason,
          [
            EXIT_TEXTS[language][control.exit],
            control.ruleset === undefined ? '' : lowResultsRulesTitle(control.ruleset, language),
          ]
            .filter((part) => part !== '')
            .join(', '),
          state.kind === 'unknown' ? undefined : w.exits[state.kind],
          state.kind !== 'unknown' ? undefined : exitReasonText(state.reason, language),
        ]),
      ),
      ...refusedRows(told, 'special-control', 7, ({ controls }) => controls.length > 0),
    ],
  };
}

export function checkpointSheet(told: Told): WorkbookSheet {
  const { schools, language, words: w } = told;
  return {
    name: w.checkpoints,
    title: w.checkpoints,
    notes: [w.checkpointsNote],
    columns: columns(
      [w.school, 'text'],
      [w.indicator, 'text'],
      [w.checkpoint, 'text'],
      [w.date, 'text'],
      [w.planned, 'share'],
      [w.measured, 'share'],
      [w.low, 'share'],
      [w.high, 'share'],
      [w.n, 'count'],
      [w.reached, 'text'],
      [w.reason, 'text'],
    ),
    rows: [
      ...schools.flatMap((of) =>
        of.checkpoints.flatMap(({ indicator, points }) =>
          points.map((point) => {
            const { checkpoint, date, planned, measured, reached } = point;
            return [
              of.name,
              indicator,
              CHECKPOINT_TEXTS[language][checkpoint],
              dayText(date, language),
              value(planned),
              value(measured),
              ...ends(measured),
              measured.n === 0 ? undefined : measured.n,
              REACHED_TEXTS[language][reached],
              reasons([toldFigure(measured, whyUnmeasured(of, point))], language),
            ];
          }),
        ),
      ),
      ...refusedRows(told, 'checkpoints', 11, ({ checkpoints }) => checkpoints.length > 0),
    ],
  };
}

/** Schools with nothing but refused rows stay, with the reason in the last of the columns. */
function refusedRows(
  { schools, language }: Told,
  form: ProfileFormName,
  width: number,
  isTold: (of: ProfiledSchool) => boolean,
): readonly (readonly Cell[])[] {
  return schools
    .filter((of) => of.refused.has(form) && !isTold(of))
    .map((of) => [
      of.name,
      ...Array<undefined>(width - 2).fill(undefined),
      describeMissing(whyEmpty(of, form), language),
    ]);
}

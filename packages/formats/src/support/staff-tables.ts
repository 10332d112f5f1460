/**
 * Attendance and outlook as tables for programs and as a workbook for people. No teacher stands in them.
 *
 * @module
 */
import type { Cell, Column, Table } from '@orientir/core/analysis';
import type { Figure, Language } from '@orientir/core/foundation';
import { describeMissing } from '@orientir/core/foundation';
import type { ConferenceAttendance, StaffingOutlook } from '@orientir/core/support';
import type { BurnoutSummary } from '@orientir/core/teacher-deficits';
import type { WorkbookSheet } from '../xlsx/write-workbook.js';
import { writeWorkbook } from '../xlsx/write-workbook.js';
import type { StaffingFormRow } from './read-staff.js';
import { staffWords } from './staff-words.js';

/** What was asked for; any may be absent. */
export interface StaffFigures {
  readonly attendance?: ConferenceAttendance;
  readonly burnout?: BurnoutSummary;
  readonly staffing?: {
    readonly rows: readonly StaffingFormRow[];
    readonly outlook: readonly StaffingOutlook[];
    /** The school year that the form describes, `2026/2027`. */
    readonly now: string;
  };
}

/**
 * `attendance.csv`: `school,conferences,n,share,reason`. `burnout.csv`: `level,group,n,mean,reason`, where `level` is
 * `group` or `all`. `staffing.csv`: `subject,year,teachers_low,teachers_high,open_low,open_high,
 * hours_low,hours_high,reason,note`, where `note` says that the assumptions are the user's and unverified.
 */
export function staffTables({ attendance, burnout, staffing }: StaffFigures): readonly Table[] {
  return [
    ...(attendance === undefined
      ? []
      : [
          {
            name: 'attendance',
            columns: ATTENDANCE,
            rows: attendance.schools.map(({ school, invited, share }) => [
              school,
              invited,
              share.n,
              share.kind === 'known' ? share.estimate : undefined,
              share.kind === 'missing' ? share.reason : undefined,
            ]),
          },
        ]),
    ...(burnout === undefined
      ? []
      : [{ name: 'burnout', columns: BURNOUT, rows: burnoutRows(burnout).map(burnoutRow) }]),
    ...(staffing === undefined
      ? []
      : [
          {
            name: 'staffing',
            columns: STAFFING,
            rows: staffing.outlook.flatMap((each) =>
              each.kind === 'missing'
                ? [[each.subject, ...Array<undefined>(7).fill(undefined), each.reason, NOTE]]
                : each.years.map(({ year, teachers, open, hours }) => [
                    each.subject,
                    yearAfter(staffing.now, year),
                    short(teachers.low),
                    short(teachers.high),
                    short(open.low),
                    short(open.high),
                    short(hours?.low),
                    short(hours?.high),
                    undefined,
                    NOTE,
                  ]),
            ),
          },
        ]),
  ];
}

/** The same as a workbook (.xlsx), with the assumptions written out. Same figures, same bytes. */
export function staffWorkbook(
  { attendance, burnout, staffing }: StaffFigures,
  language: Language,
): Uint8Array {
  const words = staffWords(language);
  const sheets: WorkbookSheet[] = [];
  if (attendance !== undefined) {
    const [school, invited, n, share] = words.schools;
    const [day, topic, schools, shareOfSchools] = words.days;
    sheets.push(
      {
        name: words.attendance,
        title: words.attendance,
        notes: [words.attendanceNote],
        columns: [
          { header: school, kind: 'text', width: 24 },
          { header: invited, kind: 'count', width: 14 },
          { header: n, kind: 'count', width: 14 },
          { header: share, kind: 'share', width: 18 },
        ],
        rows: attendance.schools.map((each) => [
          each.school,
          each.invited,
          each.share.n,
          each.share.kind === 'known' ? each.share.estimate : undefined,
        ]),
      },
      {
        name: words.conferences,
        title: words.conferences,
        notes: [words.conferencesNote],
        columns: [
          { header: day, kind: 'text', width: 12 },
          { header: topic, kind: 'text', width: 50, wraps: true },
          { header: schools, kind: 'count', width: 16 },
          { header: shareOfSchools, kind: 'share', width: 14 },
        ],
        rows: attendance.conferences.map((each) => [
          each.date,
          each.topic,
          each.share.n,
          each.share.kind === 'known' ? each.share.estimate : undefined,
        ]),
      },
    );
  }
  if (burnout !== undefined) {
    const [group, n, mean, why] = words.burnoutColumns;
    sheets.push({
      name: words.burnout,
      title: words.burnout,
      notes: words.burnoutNotes,
      columns: [
        { header: group, kind: 'text', width: 30 },
        { header: n, kind: 'count', width: 12 },
        { header: mean, kind: 'points', width: 14 },
        { header: why, kind: 'text', width: 50, wraps: true },
      ],
      rows: burnoutRows(burnout).map(({ level, group: of, mean: figure }) => [
        level === 'all' ? words.allTogether : of,
        figure.n === 0 ? undefined : figure.n,
        figure.kind === 'known' ? figure.estimate : undefined,
        figure.kind === 'missing' ? describeMissing(figure.reason, language) : undefined,
      ]),
    });
  }
  if (staffing !== undefined) {
    const [subject, year, ...figures] = words.years;
    const why = figures.at(-1) ?? '';
    sheets.push(
      {
        name: words.outlook,
        title: words.outlook,
        notes: words.outlookNotes(staffing.rows.every(knowsWhoReach)),
        columns: [
          { header: subject, kind: 'text', width: 24 },
          { header: year, kind: 'text', width: 13 },
          ...figures.slice(0, -1).map((header) => ({ header, kind: 'points' as const, width: 13 })),
          { header: why, kind: 'text', width: 34 },
        ],
        rows: staffing.outlook.flatMap((each) =>
          each.kind === 'missing'
            ? [[each.subject, ...Array<undefined>(7).fill(undefined), words.notStated]]
            : each.years.map(({ year: after, teachers, open, hours }) => [
                each.subject,
                yearAfter(staffing.now, after),
                teachers.low,
                teachers.high,
                open.low,
                open.high,
                hours?.low,
                hours?.high,
              ]),
        ),
      },
      {
        name: words.assumptions,
        title: words.assumptions,
        notes: [words.assumptionsNote],
        columns: [
          { header: words.said[0], kind: 'text', width: 24 },
          { header: words.said[1], kind: 'text', width: 110, wraps: true },
        ],
        rows: staffing.rows.map((row) => [row.subject, words.saidOf(row)]),
      },
    );
  }
  return writeWorkbook(sheets);
}

function knowsWhoReach({ reaching = [undefined] }: StaffingFormRow): boolean {
  return reaching.every((count) => count !== undefined);
}

interface BurnoutRow {
  readonly level: 'group' | 'all';
  readonly group: string;
  readonly mean: Figure;
}

function burnoutRows({ groups, all }: BurnoutSummary): readonly BurnoutRow[] {
  return [
    ...groups.map(({ group, mean }) => ({ level: 'group' as const, group, mean })),
    { level: 'all', group: '', mean: all },
  ];
}

function burnoutRow({ level, group, mean }: BurnoutRow): readonly Cell[] {
  return [
    level,
    group === '' ? undefined : group,
    mean.n === 0 ? undefined : mean.n,
    mean.kind === 'known' ? short(mean.estimate) : undefined,
    mean.kind === 'missing' ? mean.reason : undefined,
  ];
}

/** Ten-thousandths of a teacher, or of a point, are enough. */
function short(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(4));
}

const NOTE = 'assumptions-of-the-user:unverified';

function yearAfter(now: string, years: number): string {
  const first = Number(now.slice(0, 4)) + years;
  return `${first}/${first + 1}`;
}

const ATTENDANCE: readonly Column[] = [
  { id: 'school', kind: 'text' },
  { id: 'conferences', kind: 'count' },
  { id: 'n', kind: 'count' },
  { id: 'share', kind: 'share' },
  { id: 'reason', kind: 'text' },
];

const BURNOUT: readonly Column[] = [
  { id: 'level', kind: 'text' },
  { id: 'group', kind: 'text' },
  { id: 'n', kind: 'count' },
  { id: 'mean', kind: 'number' },
  { id: 'reason', kind: 'text' },
];

const STAFFING: readonly Column[] = [
  { id: 'subject', kind: 'text' },
  { id: 'year', kind: 'text' },
  { id: 'teachers_low', kind: 'number' },
  { id: 'teachers_high', kind: 'number' },
  { id: 'open_low', kind: 'number' },
  { id: 'open_high', kind: 'number' },
  { id: 'hours_low', kind: 'number' },
  { id: 'hours_high', kind: 'number' },
  { id: 'reason', kind: 'text' },
  { id: 'note', kind: 'text' },
];

/**
 * Attendance of conferences, and what a forecast of staff starts from.
 *
 * @module
 */
import { issue } from '@orientir/core/foundation';
import type { ConferenceRow, StaffingRow } from '@orientir/core/support';
import { topicKey } from '@orientir/core/support';
import type { BurnoutAnswer } from '@orientir/core/teacher-deficits';
import type { ByteSource } from '../byte-source.js';
import type { FormColumn } from '../forms/form-columns.js';
import type { FormRead, FormRow } from '../forms/read-form.js';
import { readForm } from '../forms/read-form.js';
import { SeenRows } from '../forms/seen-rows.js';
import {
  AGE,
  ATTENDED,
  BURNOUT_COLUMNS,
  BURNOUT_GROUP,
  BURNOUT_SCORE,
  CONFERENCE_COLUMNS,
  CONFERENCE_DATE,
  CONFERENCE_TOPIC,
  JOIN_HIGH,
  JOIN_LOW,
  LEAVE_HIGH,
  LEAVE_LOW,
  PAST_AGE,
  PAST_LEAVE_HIGH,
  PAST_LEAVE_LOW,
  REACHING,
  STAFF_SUBJECT,
  STAFFING_COLUMNS,
  TEACHERS_NOW,
  VACANCIES,
  WEEK_HOURS,
} from './staff-columns.js';
import { SCHOOL } from './support-columns.js';

/** Who was expected of a school is passed over. Never throws for what is in the file. */
export function readConferences(source: ByteSource, file: string): Promise<FormRead<ConferenceRow>> {
  return readForm(source, file, {
    layout: 'conferences',
    columns: CONFERENCE_COLUMNS,
    required: [CONFERENCE_DATE, CONFERENCE_TOPIC, SCHOOL, ATTENDED],
    read: (row): ConferenceRow | undefined => {
      row.needed(CONFERENCE_DATE);
      const date = row.date(CONFERENCE_DATE);
      const topic = row.needed(CONFERENCE_TOPIC);
      const school = row.needed(SCHOOL);
      const attended = row.text(ATTENDED) === '' ? undefined : row.flag(ATTENDED);
      if (row.isRefused || date === undefined) return undefined;
      return { date, topic, school, ...(attended === undefined ? {} : { attended }) };
    },
  });
}

/** Answers of a survey without those who gave them; any further column is told of and not read. */
export function readBurnout(source: ByteSource, file: string): Promise<FormRead<BurnoutAnswer>> {
  return readForm(source, file, {
    layout: 'burnout',
    columns: BURNOUT_COLUMNS,
    required: BURNOUT_COLUMNS,
    read: (row): BurnoutAnswer | undefined => {
      const group = row.needed(BURNOUT_GROUP);
      row.needed(BURNOUT_SCORE);
      const score = row.number(BURNOUT_SCORE);
      return row.isRefused || score === undefined ? undefined : { group, score };
    },
  });
}

/** A row of the form, with the age that it names. */
export type StaffingFormRow = StaffingRow & { readonly age?: number };

/** A subject with bounds the wrong way round, or with more teachers who are past the age or reach it than there are, is refused. */
export function readStaffing(source: ByteSource, file: string): Promise<FormRead<StaffingFormRow>> {
  const seen = new SeenRows();
  return readForm(source, file, {
    layout: 'staffing',
    columns: STAFFING_COLUMNS,
    required: [STAFF_SUBJECT, TEACHERS_NOW, LEAVE_LOW, LEAVE_HIGH],
    read: (row): StaffingFormRow | undefined => {
      const subject = row.needed(STAFF_SUBJECT);
      const before = seen.before(topicKey(subject), row.place);
      if (before !== undefined)
        row.issues.push(
          issue('support-duplicate', 'error', row.placeOf(STAFF_SUBJECT), {
            columns: STAFF_SUBJECT.id,
            ...before,
          }),
        );
      row.needed(TEACHERS_NOW);
      const teachers = row.count(TEACHERS_NOW);
      const pastAge = row.count(PAST_AGE) ?? 0;
      const age = row.count(AGE);
      const hours = row.number(WEEK_HOURS);
      const vacancies = row.count(VACANCIES) ?? 0;
      if (teachers !== undefined && pastAge > teachers)
        row.issues.push(
          issue('profile-part-above', 'error', row.placeOf(PAST_AGE), {
            column: PAST_AGE.id,
            part: pastAge,
            of: TEACHERS_NOW.id,
            whole: teachers,
          }),
        );
      const reaching = REACHING.map((column) => row.count(column));
      const younger = Math.max(0, (teachers ?? 0) - pastAge);
      const reach = reaching.reduce<number>((sum, count) => sum + (count ?? 0), 0);
      const last = REACHING.findLast((_, year) => (reaching[year] ?? 0) > 0);
      if (teachers !== undefined && last !== undefined && pastAge <= teachers && reach > younger)
        row.issues.push(
          issue('staffing-reach-above', 'error', row.placeOf(last), {
            reach,
            younger,
            teachers: TEACHERS_NOW.id,
            past: PAST_AGE.id,
          }),
        );
      const least = row.number(JOIN_LOW) ?? 0;
      const joining = inOrder(row, JOIN_LOW, JOIN_HIGH, least, row.number(JOIN_HIGH) ?? least);
      const leaving = sharesOf(row, LEAVE_LOW, LEAVE_HIGH);
      const leavingPast = sharesOf(row, PAST_LEAVE_LOW, PAST_LEAVE_HIGH);
      if (row.isRefused || teachers === undefined) return undefined;
      seen.add(topicKey(subject), row.place);
      return {
        subject,
        teachers,
        pastAge,
        ...(age === undefined ? {} : { age }),
        ...(reaching.every((count) => count === undefined) ? {} : { reaching }),
        ...(hours === undefined ? {} : { hours }),
        vacancies,
        joining,
        ...(leaving === undefined ? {} : { leaving }),
        ...(leavingPast === undefined ? {} : { leavingPast }),
      };
    },
  });
}

/** Two shares; of one that is empty the other stands for both, absent where both are empty. */
function sharesOf(row: FormRow, low: FormColumn, high: FormColumn) {
  const [from, to] = [row.share(low), row.share(high)];
  if (from === undefined && to === undefined) return undefined;
  return inOrder(row, low, high, from ?? to ?? 0, to ?? from ?? 0);
}

function inOrder(row: FormRow, low: FormColumn, high: FormColumn, from: number, to: number) {
  if (from > to)
    row.issues.push(
      issue('staffing-bounds-swapped', 'error', row.placeOf(low), { low: low.id, high: high.id }),
    );
  return { low: from, high: to };
}

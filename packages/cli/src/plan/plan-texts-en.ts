import { pluralEn } from '@orientir/core/foundation';
import type { PlanState, Role } from '@orientir/core/road-map';
import { ACTIVITY_KINDS, PLAN_STATES, ROLES } from '@orientir/core/road-map';
import { ended } from '../texts.js';
import { PLAN_VERBS } from './plan-arguments.js';
import { HELP_EN } from './plan-help.js';
import type { PlanTexts } from './plan-texts.js';
import { shownValue } from './shown-value.js';

const statesEn = (states: readonly PlanState[]) =>
  states.map((state) => `"${PLAN_STATES[state].en}"`).join(', ');
const rolesEn = (roles: readonly Role[]) => roles.map((role) => ROLES[role].en).join(', ');

export const en: PlanTexts = {
  help: HELP_EN,
  problem(problem) {
    switch (problem.kind) {
      case 'unknown-verb':
        return `${problem.found === '' ? 'What to do with the plan?' : `There is no command "plan ${problem.found}".`} There are ${PLAN_VERBS.join(', ')}; see orientir plan --help --lang en.`;
      case 'unknown-option':
        return `The option "${problem.found}" is not known. See orientir plan --help --lang en.`;
      case 'no-value':
        return `${problem.option} needs a value.`;
      case 'wrong-value':
        return `${problem.option}: "${problem.found}" is not possible. Allowed: ${ended(problem.allowed)}`;
      case 'missing':
        return (
          {
            file: 'No plan is named.',
            'two-files': 'Name two files to compare.',
            versions: 'Name two versions of the plan or more.',
            'file-or-from': 'Name a plan, or the folder of an analysis (--from).',
            deadline: 'No phrase is given: orientir deadline "до 1 октября" --school-year 2025/2026.',
          }[problem.what] ?? `${problem.what} is missing. See orientir plan --help --lang en.`
        );
    }
  },
  notRead: (file, why) => `${file}: ${why}`,
  calendarOfOtherYear: (file, calendar, plans) =>
    `${file}: this calendar is for ${calendar}, the deadlines are of ${plans.join(', ')}: it was not used for them.`,
  noPlans: 'Not a single plan.',
  noPlan: 'The document has neither a table of measures nor a list of tasks. Nothing was written.',
  imported: (measures, sections, out) =>
    `Read: ${measures} ${pluralEn(measures, 'measure', 'measures')}, ${sections} ${pluralEn(sections, 'section', 'sections')}. Plan written: ${out}`,
  rejected: (rows) => `Refused: ${rows} ${pluralEn(rows, 'row', 'rows')}.`,
  issueCount: (count, file) => `Needs attention${file === undefined ? '' : ` in ${file}`} (${count}):`,
  valid: 'The plan is valid.',
  noIssues: 'Nothing to remark.',
  same: 'The content is the same.',
  versions: (versions) => `Versions: ${versions.map(({ file, date }) => `${date}: ${file}`).join('; ')}.`,
  versionWithoutDate: (file) =>
    `${file}: it is not known since when this version is in force. Put the day into the name, such as plan-2025-09-01.json.`,
  unchanged: (measures) => `Unchanged: ${measures} ${pluralEn(measures, 'measure', 'measures')}.`,
  notAsApproved: (kind, force) =>
    `${kind === 'changed' ? 'The plan was changed after its approval' : 'No approval is recorded in the plan'}${force ? '; the release was written because of --force.' : ': no release was written. Approve the plan (plan record --event approved) or add --force.'}`,
  released: (out, date, hash) =>
    `Release${date === undefined ? '' : `, approved on ${date},`} written: ${out}\n${hash}`,
  match(kind, release) {
    const of = release?.date === undefined ? '' : ` of ${release.date}`;
    switch (kind) {
      case 'approved':
        return `This is the approved version${of}.`;
      case 'changed':
        return release === undefined
          ? 'The plan was changed after its approval. Compare it with the file of the release to see how: plan match PLAN RELEASE.'
          : `This is not the approved version${of}: ${release.changes} ${pluralEn(release.changes, 'change', 'changes')}.`;
      case 'no-approval':
        return 'No approval is recorded in the plan. Compare it with the file of a release: plan match PLAN RELEASE.';
    }
  },
  noAudience: 'The plan does not say for whom its measures are.',
  audience: (name, measures) => `${name.charAt(0).toUpperCase()}${name.slice(1).trim()} (${measures})`,
  withoutAudience: (measures) =>
    `For nobody in particular: ${measures} ${pluralEn(measures, 'measure', 'measures')}.`,
  terms: (deadline, responsible) =>
    [
      ...(deadline === '' ? [] : [`Deadline: ${deadline.replace(/\.$/, '')}.`]),
      ...(responsible.length === 0 ? [] : [`Responsible: ${responsible.join(', ')}.`]),
    ].join(' '),
  written: (out) => `Written: ${out}`,
  formatUnknown: (out) =>
    `How to write ${out}? The name must end in .docx, .xlsx, .html, .csv, .ics or .json.`,
  noFindings: (folder) =>
    `There is no findings.json in ${folder}: run orientir analyze … --out ${folder} first.`,
  noTally: (folder) =>
    `There is no tally.json in ${folder}: run orientir analyze without --tables and --public.`,
  noSupport: (folder) =>
    `There is no plan of support in ${folder}: run orientir match … --out ${folder} first (its summary.json must be of this version).`,
  supportOfSchool:
    'A plan of support is for teachers of several schools: --support goes with the road map of a municipality or region, not of one school (--school).',
  namesMissing: 'Schools stand as codes. With --schools FILE (the list of schools) they have names.',
  drafted: (measures, findings, waived, out) =>
    `Draft: ${measures} ${pluralEn(measures, 'measure', 'measures')} for ${findings} ${pluralEn(findings, 'finding', 'findings')}${waived === 0 ? '' : ` (${waived} more are about former years and are waived with a reason)`}. Written: ${out}\nThis is a draft: check who is responsible and until when, strike out what is not needed.`,
  coverage: (answered, waived, open, orphans) =>
    `Findings: ${answered} answered, ${waived} waived with a reason, ${open} open. Measures that answer no finding: ${orphans}.`,
  open: (finding) => `  Open: ${finding}`,
  orphan: (name) => `  Answers no finding: ${name}`,
  unknownFinding: (finding) => `  Not in the analysis: ${finding}`,
  recorded: (state) => `Recorded. The plan is ${PLAN_STATES[state].en}.`,
  marked: (name, status) => `Recorded: ${name}: ${status}.`,
  valuesRecorded: (found, missing) =>
    `Values recorded: ${found}${missing === 0 ? '' : `; without a new value: ${missing}`}.`,
  progress: (indicator, entry, progress) =>
    `  ${indicator.name}: ${entry === undefined ? '' : `${shownValue(indicator, entry, 'en')}, `}${
      {
        reached: 'target reached',
        'not-reached': 'target not reached yet',
        undetermined: 'not clear yet: the target is within chance',
        'too-few': 'too few pupils to know',
        'series-break': 'not comparable: another item',
        'no-value': 'no new value',
        'no-target': 'no target',
      }[progress]
    }`,
  sheetRecorded: (marks, plans) =>
    `Recorded ${marks} ${pluralEn(marks, 'mark', 'marks')} in ${plans} ${pluralEn(plans, 'plan', 'plans')}.`,
  noMeasure: (measure) => `The plan has no measure "${measure}".`,
  noSuchPlan: (plan) => `There is no plan "${plan}" in the folder.`,
  statusUnknown: (found) =>
    `The status "${found}" is not known. Allowed: planned, underWay, done, notDone, cancelled.`,
  noDeadline: (reason) =>
    ({
      empty: 'No deadline.',
      quantity: 'This is an amount, not a deadline.',
      quality: 'This is a wish, not a deadline.',
      'not-understood': 'Not understood; there is no date.',
    })[reason],
  dueDays: (count) => `Due ${count} ${pluralEn(count, 'time', 'times')}:`,
  unitUnknown: (level, unit) =>
    `The analysis has no ${level} "${unit}". Name it as the tables of the analysis do.`,
  eventUnknown: (found) =>
    `The event "${found}" is not known. Allowed: ${Object.keys(PLAN_STATES).join(', ')}.`,
  activityUnknown: (found) =>
    `The activity "${found}" is not known. Allowed: ${Object.keys(ACTIVITY_KINDS).join(', ')}.`,
  activityRecorded: (activity, counts) =>
    `Recorded: ${activity}. By school: ${counts.map(([school, count]) => `${school}: ${count}`).join(', ')}.`,
  stale: (plan) => `  Stale: ${plan}: newer results came after it was written.`,
  withoutPlan: (schools) => `Schools without a plan (${schools.length}): ${schools.join(', ')}.`,
  roleUnknown: (found) => `The role "${found}" is not known. Allowed: ${Object.keys(ROLES).join(', ')}.`,
  notReady: (count) =>
    `The plan cannot be approved: ${count} ${pluralEn(count, 'gap', 'gaps')} (below). Fill them or, if that was decided, add --force --reason "why".`,
  refusal(refusal) {
    switch (refusal.code) {
      case 'event-not-permitted':
        return `No step leads from "${PLAN_STATES[refusal.state].en}" to "${PLAN_STATES[refusal.event].en}".`;
      case 'role-not-permitted':
        return `"${PLAN_STATES[refusal.event].en}" is not for the ${ROLES[refusal.role].en} but for: ${rolesEn(refusal.roles)}.`;
      case 'event-out-of-order':
        return `"${PLAN_STATES[refusal.event].en}" of ${refusal.date} is before the step of ${refusal.after}.`;
      case 'due-missing':
        return 'The plan was returned, but not until when (--due).';
      case 'due-before-event':
        return `The day ${refusal.due} is before the return on ${refusal.date}.`;
    }
  },
  journalIssue: ({ plan, row, problem }) =>
    `${plan}${row === undefined ? '' : `, row ${row}`}: ${problem.code === 'steps-missing' ? `The journal does not tell: ${statesEn(problem.steps)}.` : en.refusal(problem)}`,
  journalDefect: ({ row, column, code, found }) =>
    `${row === undefined ? '' : `row ${row}${column === undefined ? '' : `, column ${column}`}: `}${
      {
        'no-header':
          'There is no header of a journal: plan, school, kind, event, date, role, by, consultant, due, reason.',
        'plan-missing': 'No plan is named.',
        'event-unknown': `The event "${found}" is not known.`,
        'date-unknown': `The date "${found}" is not understood.`,
        'role-unknown': `The role "${found}" is not known.`,
        'kind-unknown': `The kind "${found}" is not known.`,
        'due-unknown': `The date "${found}" is not understood.`,
      }[code]
    }`,
  reportDefect: ({ sheet, row, code, found }) =>
    `${[sheet === undefined ? '' : `sheet "${sheet}"`, row === undefined ? '' : `row ${row}`].filter((part) => part !== '').join(', ')}${row === undefined ? '' : ': '}${
      {
        'no-header': 'This is no report form: the columns of plan, measure and status were not found.',
        'status-unknown': `The status "${found}" is not known.`,
        'date-unknown': `The date "${found}" is not understood.`,
        'measure-missing': 'No plan or measure is named.',
      }[code]
    }`,
  status: (asOf, total) => `As of ${asOf}: ${total} ${pluralEn(total, 'plan', 'plans')} in all.`,
  awaited: (plan, due, consultant, late) =>
    `  ${late ? 'Overdue' : 'Awaited'}: ${plan}, until ${due}${consultant === undefined ? '' : `, consultant ${consultant}`}`,
  templateNames: (names) =>
    `Plans to fill in: ${names.join(', ')}. For example: orientir plan template ${names[0]} --out plan.docx`,
  templateUnknown: (name, names) => `There is no plan "${name}". There are: ${names.join(', ')}.`,
  measureCounts: (done, total, overdue, confirm) =>
    `Measures: ${done} of ${total} done, ${overdue} overdue, ${confirm} to be confirmed.`,
};

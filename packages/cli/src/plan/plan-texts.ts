/**
 * What `orientir plan` and `orientir deadline` say: one list for each language, so that a missing text does not compile.
 *
 * @module
 */

import type { NoDeadline } from '@orientir/core/calendar';
import type { Progress } from '@orientir/core/drafting';
import type { Language } from '@orientir/core/foundation';
import { formatNumber, formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';
import type {
  ApprovalMatch,
  Indicator,
  IndicatorEntry,
  JournalIssue,
  PlanState,
  Role,
  WorkflowRefusal,
} from '@orientir/core/road-map';
import { ACTIVITY_KINDS, PLAN_STATES, ROLES } from '@orientir/core/road-map';
import type { JournalDefect, ReportDefect } from '@orientir/formats/plans';
import type { PlanProblem } from './plan-arguments.js';
import { PLAN_VERBS } from './plan-arguments.js';
import { HELP_EN, HELP_RU } from './plan-help.js';

export interface PlanTexts {
  readonly help: string;
  problem(problem: PlanProblem): string;
  notRead(file: string, why: string): string;
  calendarOfOtherYear(file: string, calendar: string, plans: readonly string[]): string;
  readonly noPlan: string;
  readonly noPlans: string;
  imported(measures: number, sections: number, out: string): string;
  rejected(rows: number): string;
  issueCount(count: number, file?: string): string;
  readonly valid: string;
  readonly noIssues: string;
  readonly same: string;
  versions(versions: readonly { readonly file: string; readonly date: string }[]): string;
  versionWithoutDate(file: string): string;
  unchanged(measures: number): string;
  notAsApproved(kind: Exclude<ApprovalMatch['kind'], 'approved'>, force: boolean): string;
  released(out: string, date: string | undefined, hash: string): string;
  /** `release` is absent where the plan was compared with the approval in its own record. */
  match(
    kind: ApprovalMatch['kind'],
    release: { readonly date: string | undefined; readonly changes: number } | undefined,
  ): string;
  readonly noAudience: string;
  audience(name: string, measures: number): string;
  withoutAudience(measures: number): string;
  terms(deadline: string, responsible: readonly string[]): string;
  written(out: string): string;
  formatUnknown(out: string): string;
  noFindings(folder: string): string;
  noTally(folder: string): string;
  drafted(measures: number, findings: number, waived: number, out: string): string;
  coverage(answered: number, waived: number, open: number, orphans: number): string;
  open(finding: string): string;
  orphan(name: string): string;
  unknownFinding(finding: string): string;
  recorded(state: PlanState): string;
  marked(name: string, status: string): string;
  valuesRecorded(found: number, missing: number): string;
  progress(indicator: Indicator, entry: IndicatorEntry | undefined, progress: Progress): string;
  sheetRecorded(marks: number, plans: number): string;
  noMeasure(measure: string): string;
  noSuchPlan(plan: string): string;
  statusUnknown(found: string): string;
  noDeadline(reason: NoDeadline['reason']): string;
  dueDays(count: number): string;
  unitUnknown(level: string, unit: string): string;
  eventUnknown(found: string): string;
  activityUnknown(found: string): string;
  activityRecorded(activity: string, counts: readonly (readonly [school: string, count: number])[]): string;
  stale(plan: string): string;
  withoutPlan(schools: readonly string[]): string;
  roleUnknown(found: string): string;
  notReady(count: number): string;
  refusal(refusal: WorkflowRefusal): string;
  journalIssue(issue: JournalIssue): string;
  journalDefect(defect: JournalDefect): string;
  reportDefect(defect: ReportDefect): string;
  status(asOf: string, total: number): string;
  awaited(plan: string, due: string, consultant: string | undefined, late: boolean): string;
  templateNames(names: readonly string[]): string;
  templateUnknown(name: string, names: readonly string[]): string;
  measureCounts(done: number, total: number, overdue: number, confirm: number): string;
}

const measuresRu = (count: number) =>
  `${count} ${pluralRu(count, 'мероприятие', 'мероприятия', 'мероприятий')}`;
/** `2025-09-01` as people write it in Russian. */
const dayRu = (date: string) => date.split('-').reverse().join('.');
const statesRu = (states: readonly PlanState[]) =>
  states.map((state) => `«${PLAN_STATES[state].ru}»`).join(', ');
const statesEn = (states: readonly PlanState[]) =>
  states.map((state) => `"${PLAN_STATES[state].en}"`).join(', ');
const rolesRu = (roles: readonly Role[]) => roles.map((role) => ROLES[role].ru).join(', ');
const rolesEn = (roles: readonly Role[]) => roles.map((role) => ROLES[role].en).join(', ');

const ru: PlanTexts = {
  help: HELP_RU,
  problem(problem) {
    switch (problem.kind) {
      case 'unknown-verb':
        return problem.found === ''
          ? `Не сказано, что сделать с планом. Есть: ${PLAN_VERBS.join(', ')}; подробнее: orientir plan --help`
          : `Нет команды «plan ${problem.found}». Есть: ${PLAN_VERBS.join(', ')}; подробнее: orientir plan --help`;
      case 'unknown-option':
        return `Не понятен параметр «${problem.found}». Список параметров: orientir plan --help`;
      case 'no-value':
        return `После ${problem.option} нужно значение.`;
      case 'wrong-value':
        return `${problem.option}: «${problem.found}» не подходит. Можно: ${problem.allowed}`;
      case 'missing':
        return (
          {
            file: 'Не назван файл плана.',
            'two-files': 'Назовите два файла, которые нужно сравнить.',
            versions: 'Назовите две версии плана или больше.',
            'file-or-from': 'Назовите файл плана или папку анализа (--from).',
            deadline: 'Не названа фраза: orientir deadline "до 1 октября" --school-year 2025/2026',
          }[problem.what] ?? `Не хватает параметра ${problem.what}. Подробнее: orientir plan --help`
        );
    }
  },
  notRead: (file, why) => `${file}: ${why}`,
  calendarOfOtherYear: (file, calendar, plans) =>
    `${file}: это календарь на ${calendar} учебный год, а сроки — на ${plans.join(', ')}: для них он не использован.`,
  noPlans: 'Ни одного плана.',
  noPlan: 'В документе не найдено ни таблицы мероприятий, ни списка поручений. Ничего не записано.',
  imported: (measures, sections, out) =>
    `Прочитано: ${measuresRu(measures)}, ${sections} ${pluralRu(sections, 'раздел', 'раздела', 'разделов')}. План записан: ${out}`,
  rejected: (rows) =>
    `${pluralRu(rows, 'Не принята', 'Не приняты', 'Не принято')} ${rows} ${pluralRu(rows, 'строка', 'строки', 'строк')}.`,
  issueCount: (count, file) => `Требует внимания${file === undefined ? '' : ` в ${file}`} (${count}):`,
  valid: 'План составлен верно.',
  noIssues: 'Замечаний нет.',
  same: 'Содержание одинаково.',
  versions: (versions) =>
    `Версии: ${versions.map(({ file, date }) => `${dayRu(date)} — ${file}`).join('; ')}.`,
  versionWithoutDate: (file) =>
    `${file}: неизвестно, с какого дня действует эта версия. Назовите файл с датой, например план-2025-09-01.json`,
  unchanged: (measures) => `Без изменений: ${measuresRu(measures)}.`,
  notAsApproved: (kind, force) =>
    `${kind === 'changed' ? 'После утверждения план изменили' : 'В плане не записано утверждение'}${force ? '; редакция записана, потому что указано --force.' : ': редакция не записана. Утвердите план (plan record --event approved) или добавьте --force.'}`,
  released: (out, date, hash) =>
    `Редакция${date === undefined ? '' : `, утверждённая ${dayRu(date)},`} записана: ${out}\n${hash}`,
  match(kind, release) {
    const of = release?.date === undefined ? '' : ` от ${dayRu(release.date)}`;
    switch (kind) {
      case 'approved':
        return `Это утверждённая редакция${of}.`;
      case 'changed':
        return release === undefined
          ? 'После утверждения план изменили. Что изменено, видно в сравнении с файлом редакции: plan match ПЛАН РЕДАКЦИЯ'
          : `Это не утверждённая редакция${of}: ${release.changes} ${pluralRu(release.changes, 'изменение', 'изменения', 'изменений')}.`;
      case 'no-approval':
        return 'В плане не записано утверждение. Сравните его с файлом редакции: plan match ПЛАН РЕДАКЦИЯ';
    }
  },
  noAudience: 'В плане не сказано, кому адресованы мероприятия.',
  audience: (name, measures) => `${name.charAt(0).toUpperCase()}${name.slice(1).trim()} (${measures})`,
  withoutAudience: (measures) => `Не сказано, кому: ${measuresRu(measures)}.`,
  terms: (deadline, responsible) =>
    [
      ...(deadline === '' ? [] : [`Срок: ${deadline.replace(/\.$/, '')}.`]),
      ...(responsible.length === 0 ? [] : [`Ответственные: ${responsible.join(', ')}.`]),
    ].join(' '),
  written: (out) => `Записано: ${out}`,
  formatUnknown: (out) =>
    `Непонятно, в каком виде записать ${out}: имя должно кончаться на .docx, .xlsx, .html, .csv, .ics или .json`,
  noFindings: (folder) => `В папке ${folder} нет findings.json: сначала orientir analyze … --out ${folder}`,
  noTally: (folder) =>
    `В папке ${folder} нет tally.json: повторите orientir analyze без --tables и --public.`,
  drafted: (measures, findings, waived, out) =>
    `Черновик: ${measuresRu(measures)} по ${findings} ${pluralRu(findings, 'выводу', 'выводам', 'выводам')} анализа${waived === 0 ? '' : ` (ещё ${waived} — о прошлых годах, оставлены без мероприятий с объяснением)`}. Записано: ${out}\nЭто черновик: проверьте ответственных и сроки, лишнее вычеркните.`,
  coverage: (answered, waived, open, orphans) =>
    `Выводы анализа: с мероприятием — ${answered}, без мероприятия с объяснением — ${waived}, без ответа — ${open}. Мероприятий, которые не отвечают ни на один вывод: ${orphans}.`,
  open: (finding) => `  Без ответа: ${finding}`,
  orphan: (name) => `  Не отвечает ни на один вывод: ${name}`,
  unknownFinding: (finding) => `  Вывода нет в анализе: ${finding}`,
  recorded: (state) => `Записано. План: ${PLAN_STATES[state].ru}.`,
  marked: (name, status) => `Записано: ${name} — ${status}.`,
  valuesRecorded: (found, missing) =>
    `Значения показателей записаны: ${found}${missing === 0 ? '' : `; новых значений нет: ${missing}`}.`,
  progress: (indicator, entry, progress) =>
    `  ${indicator.name}: ${entry === undefined ? '' : `${shownValue(indicator, entry, 'ru')}, `}${
      {
        reached: 'цель достигнута',
        'not-reached': 'цель пока не достигнута',
        undetermined: 'пока не ясно: цель в пределах случайности',
        'too-few': 'слишком мало учеников, чтобы судить',
        'series-break': 'сравнить нельзя: задание другое',
        'no-value': 'нового значения нет',
        'no-target': 'цель не задана',
      }[progress]
    }`,
  sheetRecorded: (marks, plans) =>
    `Записано ${marks} ${pluralRu(marks, 'отметка', 'отметки', 'отметок')} в ${plans} ${pluralRu(plans, 'план', 'плана', 'планов')}.`,
  noMeasure: (measure) => `В плане нет мероприятия «${measure}».`,
  noSuchPlan: (plan) => `Плана «${plan}» в папке нет.`,
  statusUnknown: (found) =>
    `Отметка «${found}» не понята. Можно: planned, underWay, done, notDone, cancelled`,
  noDeadline: (reason) =>
    ({
      empty: 'Срока нет.',
      quantity: 'Это количество, а не срок.',
      quality: 'Это пожелание, а не срок.',
      'not-understood': 'Срок не понят, даты нет.',
    })[reason],
  dueDays: (count) => `Наступает ${count} ${pluralRu(count, 'раз', 'раза', 'раз')}:`,
  unitUnknown: (level, unit) =>
    `В анализе нет ${{ school: 'школы', municipality: 'муниципалитета', region: 'региона' }[level] ?? level} «${unit}». Назовите так, как в таблицах анализа.`,
  eventUnknown: (found) => `Шаг «${found}» не понят. Можно: ${Object.keys(PLAN_STATES).join(', ')}`,
  activityUnknown: (found) =>
    `Вид работы «${found}» не понят. Можно: ${Object.keys(ACTIVITY_KINDS).join(', ')}`,
  activityRecorded: (activity, counts) =>
    `Записано: ${activity}. Всего по школам: ${counts.map(([school, count]) => `${school} — ${count}`).join(', ')}.`,
  stale: (plan) => `  Устарел: ${plan} — после его составления пришли новые результаты`,
  withoutPlan: (schools) => `Нет плана у школ (${schools.length}): ${schools.join(', ')}`,
  roleUnknown: (found) => `Роль «${found}» не понята. Можно: ${Object.keys(ROLES).join(', ')}`,
  notReady: (count) =>
    `Утвердить нельзя: ${count} ${pluralRu(count, 'пробел', 'пробела', 'пробелов')} (ниже). Заполните их или, если так решено, добавьте --force --reason "почему".`,
  refusal(refusal) {
    switch (refusal.code) {
      case 'event-not-permitted':
        return `Из состояния «${PLAN_STATES[refusal.state].ru}» нельзя перейти в «${PLAN_STATES[refusal.event].ru}».`;
      case 'role-not-permitted':
        return `Шаг «${PLAN_STATES[refusal.event].ru}» делает не ${ROLES[refusal.role].ru}, а: ${rolesRu(refusal.roles)}.`;
      case 'event-out-of-order':
        return `Шаг «${PLAN_STATES[refusal.event].ru}» от ${refusal.date} раньше уже записанного шага от ${refusal.after}.`;
      case 'due-missing':
        return 'План возвращён на доработку, но не сказано, до какого дня (--due).';
      case 'due-before-event':
        return `Срок доработки ${refusal.due} раньше дня возврата ${refusal.date}.`;
    }
  },
  journalIssue: ({ plan, row, problem }) =>
    `${plan}${row === undefined ? '' : `, строка ${row}`}: ${problem.code === 'steps-missing' ? `в журнале пропущено: ${statesRu(problem.steps)}` : ru.refusal(problem)}`,
  journalDefect: ({ row, column, code, found }) =>
    `${row === undefined ? '' : `строка ${row}${column === undefined ? '' : `, столбец ${column}`}: `}${
      {
        'no-header':
          'не найден заголовок журнала: plan, school, kind, event, date, role, by, consultant, due, reason',
        'plan-missing': 'не назван план',
        'event-unknown': `шаг «${found}» не понят`,
        'date-unknown': `дата «${found}» не понята`,
        'role-unknown': `роль «${found}» не понята`,
        'kind-unknown': `вид плана «${found}» не понят`,
        'due-unknown': `срок «${found}» не понят`,
      }[code]
    }`,
  reportDefect: ({ sheet, row, code, found }) =>
    `${[sheet === undefined ? '' : `лист «${sheet}»`, row === undefined ? '' : `строка ${row}`].filter((part) => part !== '').join(', ')}${row === undefined ? '' : ': '}${
      {
        'no-header': 'это не бланк отметок: не найдены столбцы плана, мероприятия и отметки',
        'status-unknown': `отметка «${found}» не понята`,
        'date-unknown': `дата «${found}» не понята`,
        'measure-missing': 'не назван план или мероприятие',
      }[code]
    }`,
  status: (asOf, total) =>
    `По состоянию на ${asOf}: всего ${total} ${pluralRu(total, 'план', 'плана', 'планов')}.`,
  awaited: (plan, due, consultant, late) =>
    `  ${late ? 'Просрочено' : 'Ждём'}: ${plan}, до ${due}${consultant === undefined ? '' : `, консультант ${consultant}`}`,
  templateNames: (names) =>
    `Заготовки планов: ${names.join(', ')}. Например: orientir plan template ${names[0]} --out план.docx`,
  templateUnknown: (name, names) => `Нет заготовки «${name}». Есть: ${names.join(', ')}`,
  measureCounts: (done, total, overdue, confirm) =>
    `Мероприятия: выполнено ${done} из ${total}, просрочено ${overdue}, требуют подтверждения ${confirm}.`,
};

const en: PlanTexts = {
  help: HELP_EN,
  problem(problem) {
    switch (problem.kind) {
      case 'unknown-verb':
        return `${problem.found === '' ? 'What to do with the plan?' : `There is no command "plan ${problem.found}".`} There are ${PLAN_VERBS.join(', ')}; see orientir plan --help --lang en`;
      case 'unknown-option':
        return `The option "${problem.found}" is not known. See orientir plan --help --lang en`;
      case 'no-value':
        return `${problem.option} needs a value.`;
      case 'wrong-value':
        return `${problem.option}: "${problem.found}" is not possible. Allowed: ${problem.allowed}`;
      case 'missing':
        return (
          {
            file: 'No plan is named.',
            'two-files': 'Name two files to compare.',
            versions: 'Name two versions of the plan or more.',
            'file-or-from': 'Name a plan, or the folder of an analysis (--from).',
            deadline: 'No phrase is given: orientir deadline "до 1 октября" --school-year 2025/2026',
          }[problem.what] ?? `${problem.what} is missing. See orientir plan --help --lang en`
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
    `${file}: it is not known since when this version is in force. Put the day into the name, such as plan-2025-09-01.json`,
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
          ? 'The plan was changed after its approval. Compare it with the file of the release to see how: plan match PLAN RELEASE'
          : `This is not the approved version${of}: ${release.changes} ${pluralEn(release.changes, 'change', 'changes')}.`;
      case 'no-approval':
        return 'No approval is recorded in the plan. Compare it with the file of a release: plan match PLAN RELEASE';
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
    `How to write ${out}? The name must end in .docx, .xlsx, .html, .csv, .ics or .json`,
  noFindings: (folder) =>
    `There is no findings.json in ${folder}: run orientir analyze … --out ${folder} first`,
  noTally: (folder) =>
    `There is no tally.json in ${folder}: run orientir analyze without --tables and --public.`,
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
    `The status "${found}" is not known. Allowed: planned, underWay, done, notDone, cancelled`,
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
    `The event "${found}" is not known. Allowed: ${Object.keys(PLAN_STATES).join(', ')}`,
  activityUnknown: (found) =>
    `The activity "${found}" is not known. Allowed: ${Object.keys(ACTIVITY_KINDS).join(', ')}`,
  activityRecorded: (activity, counts) =>
    `Recorded: ${activity}. By school: ${counts.map(([school, count]) => `${school}: ${count}`).join(', ')}.`,
  stale: (plan) => `  Stale: ${plan}: newer results came after it was written`,
  withoutPlan: (schools) => `Schools without a plan (${schools.length}): ${schools.join(', ')}`,
  roleUnknown: (found) => `The role "${found}" is not known. Allowed: ${Object.keys(ROLES).join(', ')}`,
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
    `${plan}${row === undefined ? '' : `, row ${row}`}: ${problem.code === 'steps-missing' ? `the journal does not tell: ${statesEn(problem.steps)}` : en.refusal(problem)}`,
  journalDefect: ({ row, column, code, found }) =>
    `${row === undefined ? '' : `row ${row}${column === undefined ? '' : `, column ${column}`}: `}${
      {
        'no-header':
          'no header of a journal: plan, school, kind, event, date, role, by, consultant, due, reason',
        'plan-missing': 'no plan is named',
        'event-unknown': `the event "${found}" is not known`,
        'date-unknown': `the date "${found}" is not understood`,
        'role-unknown': `the role "${found}" is not known`,
        'kind-unknown': `the kind "${found}" is not known`,
        'due-unknown': `the date "${found}" is not understood`,
      }[code]
    }`,
  reportDefect: ({ sheet, row, code, found }) =>
    `${[sheet === undefined ? '' : `sheet "${sheet}"`, row === undefined ? '' : `row ${row}`].filter((part) => part !== '').join(', ')}${row === undefined ? '' : ': '}${
      {
        'no-header': 'this is no report form: the columns of plan, measure and status were not found',
        'status-unknown': `the status "${found}" is not known`,
        'date-unknown': `the date "${found}" is not understood`,
        'measure-missing': 'no plan or measure is named',
      }[code]
    }`,
  status: (asOf, total) => `As of ${asOf}: ${total} ${pluralEn(total, 'plan', 'plans')} in all.`,
  awaited: (plan, due, consultant, late) =>
    `  ${late ? 'Overdue' : 'Awaited'}: ${plan}, until ${due}${consultant === undefined ? '' : `, consultant ${consultant}`}`,
  templateNames: (names) =>
    `Plans to fill in: ${names.join(', ')}. For example: orientir plan template ${names[0]} --out plan.docx`,
  templateUnknown: (name, names) => `There is no plan "${name}". There are: ${names.join(', ')}`,
  measureCounts: (done, total, overdue, confirm) =>
    `Measures: ${done} of ${total} done, ${overdue} overdue, ${confirm} to be confirmed.`,
};

/** Texts in a language. */
export function planTextsOf(language: Language): PlanTexts {
  return language === 'ru' ? ru : en;
}

function shownValue({ unit }: Indicator, { value, n }: IndicatorEntry, language: Language): string {
  const shown =
    unit === 'share'
      ? formatShare(value, language)
      : formatNumber(value, language, unit === 'points' ? 1 : 0);
  return n === undefined ? shown : `${shown} (n = ${n})`;
}

import { formatDay, pluralRu } from '@orientir/core/foundation';
import type { PlanState, Role } from '@orientir/core/road-map';
import { ACTIVITY_KINDS, PLAN_STATES, ROLES } from '@orientir/core/road-map';
import { ended } from '../texts.js';
import { PLAN_VERBS } from './plan-arguments.js';
import { HELP_RU } from './plan-help.js';
import type { PlanTexts } from './plan-texts.js';
import { shownValue } from './shown-value.js';

const measuresRu = (count: number) =>
  `${count} ${pluralRu(count, 'мероприятие', 'мероприятия', 'мероприятий')}`;
const statesRu = (states: readonly PlanState[]) =>
  states.map((state) => `«${PLAN_STATES[state].ru}»`).join(', ');
const rolesRu = (roles: readonly Role[]) => roles.map((role) => ROLES[role].ru).join(', ');

export const ru: PlanTexts = {
  help: HELP_RU,
  problem(problem) {
    switch (problem.kind) {
      case 'unknown-verb':
        return problem.found === ''
          ? `Не сказано, что сделать с планом. Есть: ${PLAN_VERBS.join(', ')}; подробнее: orientir plan --help.`
          : `Нет команды «plan ${problem.found}». Есть: ${PLAN_VERBS.join(', ')}; подробнее: orientir plan --help.`;
      case 'unknown-option':
        return `Не понятен параметр «${problem.found}». Список параметров: orientir plan --help.`;
      case 'no-value':
        return `После ${problem.option} нужно значение.`;
      case 'wrong-value':
        return `${problem.option}: «${problem.found}» не подходит. Можно: ${ended(problem.allowed)}`;
      case 'missing':
        return (
          {
            file: 'Не назван файл плана.',
            'two-files': 'Назовите два файла, которые нужно сравнить.',
            versions: 'Назовите две версии плана или больше.',
            'file-or-from': 'Назовите файл плана или папку анализа (--from).',
            deadline: 'Не названа фраза: orientir deadline "до 1 октября" --school-year 2025/2026.',
          }[problem.what] ?? `Не хватает параметра ${problem.what}. Подробнее: orientir plan --help.`
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
    `Версии: ${versions.map(({ file, date }) => `${formatDay(date, 'ru')} — ${file}`).join('; ')}.`,
  versionWithoutDate: (file) =>
    `${file}: неизвестно, с какого дня действует эта версия. Назовите файл с датой, например план-2025-09-01.json.`,
  unchanged: (measures) => `Без изменений: ${measuresRu(measures)}.`,
  notAsApproved: (kind, force) =>
    `${kind === 'changed' ? 'После утверждения план изменили' : 'В плане не записано утверждение'}${force ? '; редакция записана, потому что указано --force.' : ': редакция не записана. Утвердите план (plan record --event approved) или добавьте --force.'}`,
  released: (out, date, hash) =>
    `Редакция${date === undefined ? '' : `, утверждённая ${formatDay(date, 'ru')},`} записана: ${out}\n${hash}`,
  match(kind, release) {
    const of = release?.date === undefined ? '' : ` от ${formatDay(release.date, 'ru')}`;
    switch (kind) {
      case 'approved':
        return `Это утверждённая редакция${of}.`;
      case 'changed':
        return release === undefined
          ? 'После утверждения план изменили. Что изменено, видно в сравнении с файлом редакции: plan match ПЛАН РЕДАКЦИЯ.'
          : `Это не утверждённая редакция${of}: ${release.changes} ${pluralRu(release.changes, 'изменение', 'изменения', 'изменений')}.`;
      case 'no-approval':
        return 'В плане не записано утверждение. Сравните его с файлом редакции: plan match ПЛАН РЕДАКЦИЯ.';
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
    `Непонятно, в каком виде записать ${out}: имя должно кончаться на .docx, .xlsx, .html, .csv, .ics или .json.`,
  noFindings: (folder) => `В папке ${folder} нет findings.json: сначала orientir analyze … --out ${folder}.`,
  noTally: (folder) =>
    `В папке ${folder} нет tally.json: повторите orientir analyze без --tables и --public.`,
  noSupport: (folder) =>
    `В папке ${folder} нет плана помощи учителям: сначала orientir match … --out ${folder} (нужен summary.json этой версии).`,
  supportOfSchool:
    'План помощи составлен для учителей нескольких школ: --support подходит к дорожной карте муниципалитета или региона, не одной школы (--school).',
  namesMissing: 'Школы названы кодами. С --schools ФАЙЛ (список школ) будут названия.',
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
    `Отметка «${found}» не понята. Можно: planned, underWay, done, notDone, cancelled.`,
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
  eventUnknown: (found) => `Шаг «${found}» не понят. Можно: ${Object.keys(PLAN_STATES).join(', ')}.`,
  activityUnknown: (found) =>
    `Вид работы «${found}» не понят. Можно: ${Object.keys(ACTIVITY_KINDS).join(', ')}.`,
  activityRecorded: (activity, counts) =>
    `Записано: ${activity}. Всего по школам: ${counts.map(([school, count]) => `${school} — ${count}`).join(', ')}.`,
  stale: (plan) => `  Устарел: ${plan} — после его составления пришли новые результаты.`,
  withoutPlan: (schools) => `Нет плана у школ (${schools.length}): ${schools.join(', ')}.`,
  roleUnknown: (found) => `Роль «${found}» не понята. Можно: ${Object.keys(ROLES).join(', ')}.`,
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
    `${plan}${row === undefined ? '' : `, строка ${row}`}: ${problem.code === 'steps-missing' ? `В журнале пропущено: ${statesRu(problem.steps)}.` : ru.refusal(problem)}`,
  journalDefect: ({ row, column, code, found }) =>
    `${row === undefined ? '' : `строка ${row}${column === undefined ? '' : `, столбец ${column}`}: `}${
      {
        'no-header':
          'Не найден заголовок журнала: plan, school, kind, event, date, role, by, consultant, due, reason.',
        'plan-missing': 'Не назван план.',
        'event-unknown': `Шаг «${found}» не понят.`,
        'date-unknown': `Дата «${found}» не понята.`,
        'role-unknown': `Роль «${found}» не понята.`,
        'kind-unknown': `Вид плана «${found}» не понят.`,
        'due-unknown': `Срок «${found}» не понят.`,
      }[code]
    }`,
  reportDefect: ({ sheet, row, code, found }) =>
    `${[sheet === undefined ? '' : `лист «${sheet}»`, row === undefined ? '' : `строка ${row}`].filter((part) => part !== '').join(', ')}${row === undefined ? '' : ': '}${
      {
        'no-header': 'Это не бланк отметок: не найдены столбцы плана, мероприятия и отметки.',
        'status-unknown': `Отметка «${found}» не понята.`,
        'date-unknown': `Дата «${found}» не понята.`,
        'measure-missing': 'Не назван план или мероприятие.',
      }[code]
    }`,
  status: (asOf, total) =>
    `По состоянию на ${asOf}: всего ${total} ${pluralRu(total, 'план', 'плана', 'планов')}.`,
  awaited: (plan, due, consultant, late) =>
    `  ${late ? 'Просрочено' : 'Ждём'}: ${plan}, до ${due}${consultant === undefined ? '' : `, консультант ${consultant}`}`,
  templateNames: (names) =>
    `Заготовки планов: ${names.join(', ')}. Например: orientir plan template ${names[0]} --out план.docx`,
  templateUnknown: (name, names) => `Нет заготовки «${name}». Есть: ${names.join(', ')}.`,
  measureCounts: (done, total, overdue, confirm) =>
    `Мероприятия: выполнено ${done} из ${total}, просрочено ${overdue}, требуют подтверждения ${confirm}.`,
};

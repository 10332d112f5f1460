import type { Language } from '@orientir/core/foundation';
import { formatCount, formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { DirectionChoice, ExitState } from '@orientir/core/school-profile';
import { exitReasonText } from '../profile/profile-texts.js';

/** Why it is not known how many pupils a school has. */
type NoPupils = 'no-context' | 'refused' | 'not-entered';

const ru = {
  title: (school: string) => `Паспорт школы: ${school}`,
  facts: (pupils: number | NoPupils, settlement: string | undefined) =>
    `${[
      typeof pupils === 'string'
        ? {
            'no-context': 'Социального паспорта школы нет',
            refused: 'Социальный паспорт школы заполнен с ошибкой и не принят: где и почему — в issues.csv',
            'not-entered': 'Сколько в школе учеников, в паспорте не сказано',
          }[pupils]
        : `${formatCount(pupils, 'ru')}\u00a0${pluralRu(pupils, 'ученик', 'ученика', 'учеников')}`,
      ...(settlement === undefined ? [] : [settlement]),
    ].join(', ')}.`,
  risks: (risks: readonly string[]) => `Низкие ли результаты: ${risks.join('; ')}.`,
  risk: (ruleset: string, of: string, listed: boolean | undefined) =>
    `по правилу «${ruleset}» — ${of} (в списке школ с низкими результатами по этому правилу: ${listed === undefined ? 'зависит от непройденных заданий' : listed ? 'да' : 'нет'})`,
  noRisks: 'Низкие ли результаты: по этим данным не судили.',
  markers: (markers: readonly string[] | undefined) =>
    markers === undefined
      ? 'Объективность, собственные проверки программы: не проводились.'
      : markers.length === 0
        ? 'Объективность, собственные проверки программы: возможных признаков нет (где учеников мало, их могло быть и не видно).'
        : `Объективность, собственные проверки программы: возможный признак, требует проверки — ${markers.slice(0, 3).join('; ')}${markers.length > 3 ? `; ещё ${markers.length - 3}` : ''}.`,
  official: (schoolYear: string, marked: readonly string[], computed: number, all: number) =>
    `Официальная методика${schoolYear === '' ? '' : `, ${schoolYear}`}: ${
      computed === 0
        ? 'ни одного признака посчитать нельзя, нет данных.'
        : `${
            computed === all
              ? `возможных признаков ${formatCount(marked.length, 'ru')} из ${formatCount(all, 'ru')}`
              : `${pluralRu(computed, 'посчитан', 'посчитаны', 'посчитано')} ${formatCount(computed, 'ru')} из ${formatCount(all, 'ru')} маркеров, для остальных нет данных; возможных признаков среди них ${formatCount(marked.length, 'ru')}`
          }${
            marked.length === 0
              ? '.'
              : `: ${named(marked, (more) => `ещё ${more}`)}. Возможный признак, нужен дополнительный анализ: в большом регионе он есть и у каждой сильной школы.`
          }`
    }`,
  noOfficial: 'Официальная методика: работ, которые она смотрит, у школы нет.',
  ratings: (high: readonly string[], unrated: number) =>
    `Риски, которые школа сама назвала высокими: ${high.length === 0 ? 'не названы' : high.map((name) => `«${name}»`).join(', ')}.${unrated === 0 ? '' : ` Не оценено факторов: ${unrated}.`}`,
  noRatings: 'Самодиагностика не заполнена.',
  directions: (names: readonly string[], kind: DirectionChoice['kind']) =>
    `Выбранные направления: ${names.length === 0 ? '–' : names.map((name) => `«${name}»`).join(', ')}${{ complete: '', 'too-few': ' (меньше трёх)', 'too-many': ' (больше трёх)' }[kind]}.`,
  noDirections: 'Направления не выбраны.',
  refused: {
    'self-rating': 'Самодиагностика заполнена с ошибкой и не принята: где и почему — в issues.csv.',
    directions: 'Направления заполнены с ошибкой и не приняты: где и почему — в issues.csv.',
    'special-control':
      'Особый контроль: строка заполнена с ошибкой и не принята, где и почему — в issues.csv.',
  },
  control: (owner: string, since: string, state: ExitState) =>
    `Особый контроль с ${since}, отвечает ${owner}; ${state.kind === 'unknown' ? `выполнено ли условие снятия, сказать нельзя: ${exitReasonText(state.reason, 'ru')}` : `условие снятия ${state.kind === 'fulfilled' ? 'выполнено' : 'не выполнено'}`}.`,
  worksHeading: (schoolYear: string) =>
    schoolYear === '' ? 'Результаты работ' : `Результаты работ, ${schoolYear} учебный год`,
  works: { work: 'Работа', wrote: 'Писали', rate: 'Решаемость', interval: '95 %: от–до' },
  unmarked: 'В скобках — у скольких из них есть отметка: доли отметок — от этого числа.',
  conditionsHeading: 'Условия: доля учеников (оси лепестковой диаграммы)',
  conditions: { indicator: 'Доля учеников', own: 'В школе', others: 'В среднем у других' },
  noShare: { 'no-context': 'паспорта нет', refused: 'не принято', 'not-entered': 'не заполнено' },
  grade: (grade: number) => `${grade}\u00a0класс`,
  mean: (share: number, schools: number) =>
    `${formatShare(share, 'ru')} (${formatCount(schools, 'ru')}\u00a0${pluralRu(schools, 'школа', 'школы', 'школ')})`,
  radar: (rim: number) =>
    `Сплошная линия — школа, пунктир — в среднем у других; середина — 0\u00a0%, край — ${formatShare(rim, 'ru')}. Номера осей — в таблице.`,
  stagesHeading: 'Этапы',
  check: 'Расходится, проверьте',
  differs: (says: string, against: string) => `${capital(says)}; а рядом ${against}.`,
  nothingDiffers: 'Расхождений не найдено.',
  nothingToCheck: 'Сверить ничего не удалось: не хватает данных (каких — в cross-check.csv).',
  moreItems: (more: number) => `Посмотреть остальные расхождения (${more}) в profile.xlsx.`,
  next: 'Что дальше',
  open: (stage: string) => `Открыт этап «${stage}».`,
  allDone: 'Все этапы пройдены.',
  decide: (names: readonly string[]) =>
    `Решить, войдут ли в программу риски с высокой значимостью: ${names.map((name) => `«${name}»`).join(', ')}.`,
  noWorks: 'Результатов работ нет: назовите папку с ними параметром --analysis.',
  unverified: (rules: string) =>
    `Не проверено: формулировки части факторов риска и шкала (${rules}), правила сверки, показатели карты. Основания — в profile.xlsx.`,
  doubt:
    'Интервал показывает, где решаемость лежит с вероятностью 95\u00a0%. Самооценка — слова школы; расхождение — вопрос, а не вывод.',
  leftOut: (rows: number) =>
    `Ещё ${formatCount(rows, 'ru')} ${pluralRu(rows, 'работа', 'работы', 'работ')} — в tests.csv.`,
  foot: 'Внутренний документ: малые группы в нём не скрыты.',
};

export type PassportSheetWords = typeof ru;

const en: PassportSheetWords = {
  title: (school) => `School passport: ${school}`,
  facts: (pupils, settlement) =>
    `${[
      typeof pupils === 'string'
        ? {
            'no-context': 'The school has no social passport',
            refused: 'The social passport was filled in wrongly and refused: issues.csv says where and why',
            'not-entered': 'The passport does not say how many pupils the school has',
          }[pupils]
        : `${formatCount(pupils, 'en')}\u00a0${pluralEn(pupils, 'pupil', 'pupils')}`,
      ...(settlement === undefined ? [] : [settlement]),
    ].join(', ')}.`,
  risks: (risks) => `Whether results are low: ${risks.join('; ')}.`,
  risk: (ruleset, of, listed) =>
    `by “${ruleset}” ${of} (on its list of schools with low results: ${listed === undefined ? 'depends on items not taught' : listed ? 'yes' : 'no'})`,
  noRisks: 'Whether results are low: these data were not judged.',
  markers: (markers) =>
    markers === undefined
      ? 'Objectivity, tests of our own: none were run.'
      : markers.length === 0
        ? 'Objectivity, tests of our own: no possible markers (where pupils are few they may not show).'
        : `Objectivity, tests of our own: possible marker, needs further analysis: ${markers.slice(0, 3).join('; ')}${markers.length > 3 ? `; ${markers.length - 3} more` : ''}.`,
  official: (schoolYear, marked, computed, all) =>
    `The official method${schoolYear === '' ? '' : `, ${schoolYear}`}: ${
      computed === 0
        ? 'no marker can be computed for lack of data.'
        : `${
            computed === all
              ? `${formatCount(marked.length, 'en')} possible markers of ${formatCount(all, 'en')}`
              : `${formatCount(computed, 'en')} of ${formatCount(all, 'en')} markers could be computed, the others lack data; possible markers among them: ${formatCount(marked.length, 'en')}`
          }${
            marked.length === 0
              ? '.'
              : `: ${named(marked, (more) => `${more} more`)}. A possible marker, needs further analysis: in a large region every strong school has one.`
          }`
    }`,
  noOfficial: 'The official method: the school has no work that it looks at.',
  ratings: (high, unrated) =>
    `Risks that the school rates high: ${high.length === 0 ? 'none named' : high.map((name) => `“${name}”`).join(', ')}.${unrated === 0 ? '' : ` Factors not rated: ${unrated}.`}`,
  noRatings: 'The self-diagnosis is not filled in.',
  directions: (names, kind) =>
    `Directions chosen: ${names.length === 0 ? '–' : names.map((name) => `“${name}”`).join(', ')}${{ complete: '', 'too-few': ' (fewer than three)', 'too-many': ' (more than three)' }[kind]}.`,
  noDirections: 'No directions are chosen.',
  refused: {
    'self-rating': 'The self-diagnosis was filled in wrongly and refused: issues.csv says where and why.',
    directions: 'The directions were filled in wrongly and refused: issues.csv says where and why.',
    'special-control':
      'Special control: the row was filled in wrongly and refused, issues.csv says where and why.',
  },
  control: (owner, since, state) =>
    `Under special control since ${since}, owner: ${owner}; the exit rule ${state.kind === 'unknown' ? `cannot be judged: ${exitReasonText(state.reason, 'en')}` : state.kind === 'fulfilled' ? 'is fulfilled' : 'is not fulfilled'}.`,
  worksHeading: (schoolYear) =>
    schoolYear === '' ? 'Results of works' : `Results of works, school year ${schoolYear}`,
  works: { work: 'Work', wrote: 'Wrote', rate: 'Solve rate', interval: '95%: from–to' },
  unmarked: 'In brackets: how many of them have a mark; shares of marks are of that number.',
  conditionsHeading: 'Conditions: share of pupils (axes of the radar chart)',
  conditions: { indicator: 'Share of pupils', own: 'The school', others: 'Mean of others' },
  noShare: { 'no-context': 'no passport', refused: 'refused', 'not-entered': 'not filled in' },
  grade: (grade) => `grade ${grade}`,
  mean: (share, schools) =>
    `${formatShare(share, 'en')} (${formatCount(schools, 'en')}\u00a0${pluralEn(schools, 'school', 'schools')})`,
  radar: (rim) =>
    `Solid line: the school, dashed: mean of others; the middle is 0%, the rim ${formatShare(rim, 'en')}. The axes are numbered in the table.`,
  stagesHeading: 'Stages',
  check: 'Differs, check it',
  differs: (says, against) => `${capital(says)}; beside it ${against}.`,
  nothingDiffers: 'No differences were found.',
  nothingToCheck: 'Nothing could be compared for lack of data (cross-check.csv says which).',
  moreItems: (more) => `Look at the other differences (${more}) in profile.xlsx.`,
  next: 'What comes next',
  open: (stage) => `The stage “${stage}” is open.`,
  allDone: 'All stages are done.',
  decide: (names) =>
    `Decide whether risks rated high enter the programme: ${names.map((name) => `“${name}”`).join(', ')}.`,
  noWorks: 'There are no results of works: name the folder with them by --analysis.',
  unverified: (rules) =>
    `Unverified: the wording of some risk factors and the scale (${rules}), the rules of comparison, the indicators of the card. What they rest on stands in profile.xlsx.`,
  doubt:
    'The interval shows where the solve rate lies with a probability of 95%. Self-ratings are the words of the school; what differs is a question, no statement.',
  leftOut: (rows) =>
    `${formatCount(rows, 'en')} more ${pluralEn(rows, 'work is', 'works are')} in tests.csv.`,
  foot: 'Internal document: small groups are not hidden in it.',
};

/** The words of a language. */
export function passportSheetWords(language: Language): PassportSheetWords {
  return language === 'ru' ? ru : en;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** The first three, and how many more there are. */
function named(names: readonly string[], more: (count: number) => string): string {
  return [...names.slice(0, 3), ...(names.length > 3 ? [more(names.length - 3)] : [])].join('; ');
}

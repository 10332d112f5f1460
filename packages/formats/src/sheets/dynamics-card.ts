import type { FullAnalysis } from '@orientir/core/analysis';
import { assessmentTitles } from '@orientir/core/assessment';
import type { SchoolOverYears } from '@orientir/core/dynamics';
import { formatCount, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { SheetOptions } from './compose-sheet.js';
import type { SheetModel } from './sheet-model.js';

/**
 * One card for the press («положительная динамика»): the schools that rose beyond chance and the usual ups and downs. No
 * figures of a change, no order but that of names; schools with a possible marker of doubtful results are left out. Absent when
 * there is none to speak of.
 */
export function dynamicsCard(
  { dynamics, assessments }: Pick<FullAnalysis, 'dynamics' | 'assessments'>,
  { language, schoolNames }: SheetOptions,
): SheetModel | undefined {
  const of = dynamics?.();
  const rose = of?.schools.filter(isDefensible) ?? [];
  if (of?.previousYear === undefined || rose.length === 0) return undefined;
  const words = WORDS[language];
  const titles = assessmentTitles(assessments, language);
  const named = rose
    .map((school) => ({ school, name: schoolNames.get(school.school) ?? school.school }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
  const compared = of.schools.filter(({ change }) => change.kind === 'known').length;
  return {
    language,
    name: words.name,
    warning: words.warning,
    title: words.title(of.schoolYear),
    facts: words.facts(of.previousYear, compared),
    sentences: named.map(({ school, name }) =>
      words.school(
        name,
        school.works.map((work) => titles.get(work) ?? work),
        school.pupils,
        school.pupilsBefore,
      ),
    ),
    discuss: { heading: words.means, items: words.meanings },
    next: { heading: words.before, items: words.checks },
    notes: words.notes,
    foot: words.foot(of.rules.id),
  };
}

function isDefensible({ verdict, flagged, doubtful }: SchoolOverYears): boolean {
  return verdict === 'rose' && !flagged && !doubtful;
}

const WORDS = {
  ru: {
    name: 'положительная-динамика',
    warning: 'Черновик для пресс-службы: до публикации спросите согласия школ.',
    title: (year: string) => `Школы, чьи результаты выросли: ${year} учебный год`,
    facts: (year: string, schools: number) =>
      `По сравнению с ${year} учебным годом, среди ${formatCount(schools, 'ru')} ${pluralRu(schools, 'школы', 'школ', 'школ')}, которые писали одни и те же проверочные работы.`,
    school: (name: string, works: readonly string[], pupils: number, before: number) =>
      `${name}. Работы: ${works.join('; ')}. Писали ${formatCount(pupils, 'ru')} ${pluralRu(pupils, 'ученик', 'ученика', 'учеников')} в этом году и ${formatCount(before, 'ru')} в прошлом.`,
    means: 'Что это значит',
    meanings: [
      'Школа поднялась среди остальных заметнее, чем бывает случайно и от обычных колебаний между годами.',
      'Рост подтверждён для школ этого списка; про остальные школы список ничего не говорит.',
      'Порядок — по названиям: это не рейтинг.',
    ],
    before: 'Перед публикацией',
    checks: [
      'Спросите школу, чем она объясняет рост: рассказ о работе интереснее числа.',
      'Не называйте учителей и учеников без их согласия и не приписывайте рост одному человеку: результаты ВПР не оценивают педагогов.',
      'Не пишите «на столько-то процентов»: задания в разные годы разные, и баллы не сравнимы.',
    ],
    notes: [
      'Сравнить два года можно не у всех школ, и в список входят не все: если школы в нём нет, это ничего не значит.',
    ],
    foot: (rules: string) => `Правило «${rules}» — выбор программы, а не норма.`,
  },
  en: {
    name: 'positive-dynamics',
    warning: 'Draft for the press: ask the schools before you publish it.',
    title: (year: string) => `Schools whose results rose: school year ${year}`,
    facts: (year: string, schools: number) =>
      `Compared with ${year}, among ${formatCount(schools, 'en')} ${pluralEn(schools, 'school', 'schools')} that wrote the same assessments.`,
    school: (name: string, works: readonly string[], pupils: number, before: number) =>
      `${name}. Assessments: ${works.join('; ')}. ${formatCount(pupils, 'en')} ${pluralEn(pupils, 'pupil', 'pupils')} wrote this year and ${formatCount(before, 'en')} last year.`,
    means: 'What it means',
    meanings: [
      'The standing of the school among the others rose by more than chance and the usual ups and downs between years.',
      'It is confirmed for the schools of this list; the list says nothing of other schools.',
      'The order is that of names: this is no ranking.',
    ],
    before: 'Before it is published',
    checks: [
      'Ask the school what it did: a story about work is of more interest than a number.',
      'Name no teachers and pupils without their consent, and owe the rise to no single person: these results do not judge teachers.',
      'Do not write “by so many per cent”: items differ from year to year, and points cannot be compared.',
    ],
    notes: [
      'Two years cannot be compared for every school, and not all are in the list: that a school is not there means nothing.',
    ],
    foot: (rules: string) => `Rule "${rules}": a choice of the program, no norm.`,
  },
} as const;

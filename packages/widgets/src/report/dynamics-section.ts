/**
 * «Динамика и стабильно высокие результаты»: which schools rose or fell beyond the usual ups and downs.
 *
 * @module
 */
import type { SchoolDynamics, SchoolOverYears } from '@orientir/core/dynamics';
import { pluralEn, pluralRu } from '@orientir/core/foundation';
import { escapeHtml } from '../geometry/render-string.js';
import type { ClassSign } from './class-sign.js';
import { classCell, classSign } from './class-sign.js';
import type { ReportInput } from './report-input.js';
import { signedPercentPoints } from './report-words.js';
import { sortable, table } from './table.js';
import type { Both } from './text.js';
import { both, capital, count, countCell, figureCell, intervalCell, say, share, signed } from './text.js';

export const DYNAMICS_TITLE = both(
  'Динамика и стабильно высокие результаты',
  'Dynamics and stably high results',
);

/** Schools that rose or fell and those that are stably high; the others are counted. Empty with results of one year. */
export function dynamicsSection(input: ReportInput): string {
  const of = input.analysis.dynamics?.();
  return of === undefined
    ? ''
    : `<section id="dynamics"><h2>${say(DYNAMICS_TITLE)}</h2>${changesPart(of, input)}${stablePart(of, input)}</section>`;
}

function changesPart(of: SchoolDynamics, input: ReportInput): string {
  const { schoolYear, previousYear, schools, rules } = of;
  if (previousYear === undefined) {
    return `<p>${say(
      both(
        `Сравнивать не с чем: за учебный год перед ${schoolYear} нет работы того же вида, предмета и класса.`,
        `There is nothing to compare with: the school year before ${schoolYear} has no work of the same kind, subject and grade.`,
      ),
    )}</p>`;
  }
  const said = schools.filter(({ verdict }) => verdict === 'rose' || verdict === 'fell');
  const shown = ORDER.flatMap((kind) => said.filter((school) => kindOf(school) === kind));
  const unclear = schools.filter(({ verdict }) => verdict === 'unclear').length;
  const caption = both(
    `Изменились с ${previousYear} по ${schoolYear} учебный год`,
    `Changed from ${previousYear} to ${schoolYear}`,
  );
  const list =
    shown.length === 0
      ? `<p>${say(both('Ни об одной школе нельзя уверенно сказать, что её результаты изменились.', 'Of no school can it be said for sure that its results changed.'))}</p>`
      : table(
          caption,
          HEADS,
          shown.map((school) => row(school, input)),
          caption,
        );
  const others = schools.length - said.length - unclear;
  const left =
    others === 0
      ? both('', '')
      : both(
          ` Не сравнивались (нет прошлого года, мало учеников или школ, возможные признаки необъективности): ${countOf(others).ru}.`,
          ` Not compared (no year before, few pupils or schools, possible markers of doubtful results): ${countOf(others).en}.`,
        );
  return `<p class="note">${say(
    both(
      'Сравнивается место школы среди всех школ, которые писали ту же работу в оба года: в стандартных отклонениях учеников, этот год минус прошлый. Ученики в классе каждый год другие, поэтому результаты школ колеблются и без причины; сказано только об изменениях, которые больше этих колебаний. Баллы разных работ не сравниваются.',
      'What is compared is the standing of a school among all that wrote the same work in both years, in standard deviations of pupils, this year less last year. Every year a grade has other pupils, so results of schools go up and down for no reason; only changes beyond that are named. Points of different works are not compared.',
    ),
  )}</p>${list}<p>${say(
    both(
      `Нельзя сказать: ${countOf(unclear).ru}.${left.ru}`,
      `Nobody can tell: ${countOf(unclear).en}.${left.en}`,
    ),
  )}</p><p class="note">${say(
    both(
      `Правило «${rules.id}»: не меньше ${count(rules.minPupils).ru} ${pluralRu(rules.minPupils, 'ученика', 'учеников', 'учеников')} в каждом году; среди названных школ ошибочных в среднем не больше ${share(rules.falseShare).ru}. Это выбор программы, а не норма.`,
      `Rule "${rules.id}": at least ${count(rules.minPupils).en} ${pluralEn(rules.minPupils, 'pupil', 'pupils')} in each year; on average at most ${share(rules.falseShare).en} of the named schools are named wrongly. A choice of the program, no norm.`,
    ),
  )}</p>`;
}

type Kind = 'rose' | 'fell' | 'look-first';

const ORDER: readonly Kind[] = ['rose', 'look-first', 'fell'];
const KINDS: Readonly<Record<Kind, ClassSign>> = {
  rose: classSign('up', both('выросли', 'rose')),
  'look-first': classSign('diamond', both('выросли, но сначала проверить', 'rose, but look first')),
  fell: classSign('down', both('снизились', 'fell')),
};

function kindOf({ verdict, flagged, doubtful }: SchoolOverYears): Kind {
  return verdict === 'fell' ? 'fell' : flagged || doubtful ? 'look-first' : 'rose';
}

const HEADS = [
  sortable(both('Школа', 'School'), false),
  sortable(both('Вывод', 'Conclusion'), false),
  sortable(both('Изменение', 'Change')),
  sortable(both('Интервал', 'Interval'), false),
  sortable(both('Учеников', 'Pupils')),
  sortable(both('Год назад', 'A year before')),
  sortable(both('Баллы, те же задания', 'Points, same items')),
];

function row(school: SchoolOverYears, input: ReportInput): string {
  const { change, points, pupils, pupilsBefore } = school;
  const interval = change.kind === 'known' ? change.interval : undefined;
  const kind = kindOf(school);
  return `<tr><th scope="row">${nameOf(school.school, input)}</th>${classCell(KINDS[kind], ORDER.indexOf(kind))}${figureCell(change, signed)}${intervalCell(
    change,
    interval === undefined
      ? undefined
      : both(
          `от ${signed(interval.low).ru} до ${signed(interval.high).ru}`,
          `${signed(interval.low).en} to ${signed(interval.high).en}`,
        ),
  )}${countCell(pupils)}${countCell(pupilsBefore)}${figureCell(points, signedPercentPoints)}</tr>`;
}

function stablePart(of: SchoolDynamics, input: ReportInput): string {
  const { years, upperShare } = of.rules.stable;
  const stable = of.schools.filter(({ stablyHigh, flagged }) => stablyHigh === 'yes' && !flagged);
  const looked = of.schools.filter(({ stablyHigh, flagged }) => stablyHigh === 'yes' && flagged);
  // With a gap between the years nobody can be stably high, and that there is nobody would say nothing.
  if (of.previousYear === undefined && stable.length + looked.length === 0) return '';
  const title = both('Стабильно высокие результаты', 'Stably high results');
  const what = both(
    `${years} ${pluralRu(years, 'год', 'года', 'лет')} подряд, вероятно, в верхней доле школ (${share(upperShare).ru}) по настоящему уровню, а не по месту одного года`,
    `${years} ${pluralEn(years, 'year', 'years')} running probably in the upper ${share(upperShare).en} of schools by their true level, not by the place of one year`,
  );
  const list =
    stable.length === 0
      ? say(
          both(
            `Нет школ, о которых это можно сказать: ${what.ru}.`,
            `There is none of which this can be said: ${what.en}.`,
          ),
        )
      : `${say(both(`${capital(what.ru)}:`, `${capital(what.en)}:`))} ${stable.map(({ school }) => nameOf(school, input)).join('; ')}.`;
  const more =
    looked.length === 0
      ? ''
      : `<p>${say(both('То же, но с возможным признаком необъективности — сначала проверить:', 'The same, but with a possible marker of doubtful results, to be looked at first:'))} ${looked.map(({ school }) => nameOf(school, input)).join('; ')}.</p>`;
  return `<h3>${say(title)}</h3><p>${list}</p>${more}`;
}

function nameOf(school: string, { schoolNames }: ReportInput): string {
  const name = schoolNames.get(school);
  return name === undefined
    ? escapeHtml(school)
    : `${escapeHtml(name)} <span class="none">${escapeHtml(school)}</span>`;
}

function countOf(schools: number): Both {
  return both(
    `${count(schools).ru} ${pluralRu(schools, 'школа', 'школы', 'школ')}`,
    `${count(schools).en} ${pluralEn(schools, 'school', 'schools')}`,
  );
}

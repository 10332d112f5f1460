/**
 * «Условия и результаты»: hard conditions told from weak work, and gaps between groups of schools.
 *
 * @module
 */
import type { SchoolGap } from '@orientir/core/analysis';
import { CONDITIONS_GROUPING } from '@orientir/core/analysis';
import type { ConditionsConclusion, ContextAnalysis, SchoolContext } from '@orientir/core/context';
import { conditionsConclusion } from '@orientir/core/context';
import type { Figure } from '@orientir/core/foundation';
import { pluralEn, pluralRu } from '@orientir/core/foundation';
import { escapeHtml } from '../geometry/render-string.js';
import type { ClassSign } from './class-sign.js';
import { classCell, classSign } from './class-sign.js';
import type { ReportInput } from './report-input.js';
import { sureness } from './report-words.js';
import { sortable, table } from './table.js';
import type { Both } from './text.js';
import { both, count, countCell, figureCell, intervalCell, say, signed } from './text.js';

/** Whether the report has this part: passports or groups of schools were given. */
export function hasConditions({ context, schoolGaps }: ReportInput['analysis']): boolean {
  return context !== undefined || schoolGaps !== undefined;
}

/** Schools whose results and conditions say something together, then gaps; empty where nothing is known of conditions. */
export function conditionsSection(input: ReportInput): string {
  const { context, schoolGaps } = input.analysis;
  if (!hasConditions(input.analysis)) return '';
  return `<section id="conditions"><h2>${say(CONDITIONS_TITLE)}</h2>${context === undefined ? '' : schoolsPart(context(), input)}${gapsPart(schoolGaps?.() ?? [])}</section>`;
}

export const CONDITIONS_TITLE = both('Условия и результаты', 'Conditions and results');

function schoolsPart(of: ContextAnalysis, input: ReportInput): string {
  const told = of.schools.flatMap((school) => {
    const conclusion = conditionsConclusion(school, of);
    return conclusion === undefined ? [] : [{ school, conclusion }];
  });
  const sorted = ORDER.flatMap((kind) => told.filter(({ conclusion }) => conclusion === kind));
  const caption = both('Что говорят вместе условия и результаты', 'What conditions and results say together');
  const others = of.schools.length - told.length;
  const without = of.schools.filter(({ index }) => index.kind === 'missing').length;
  const counted = `<p>${say(
    both(
      `${told.length === 0 ? 'О школах' : 'Об остальных'} ничего уверенно сказать нельзя или говорить нечего: ${schools(others).ru}; из них без социального паспорта или с неполным: ${count(without).ru}.`,
      `${told.length === 0 ? 'Of the schools' : 'Of the others'} nothing is sure or worth saying: ${schools(others).en}; of them without a social passport, or with an incomplete one: ${count(without).en}.`,
    ),
  )}</p>`;
  const list =
    sorted.length === 0
      ? ''
      : table(
          caption,
          HEADS,
          sorted.map(({ school, conclusion }) => row(school, conclusion, input)),
          caption,
        );
  return `<p class="note">${say(
    both(
      'Низкие результаты бывают от тяжёлых условий и бывают, когда школам в таких же условиях удаётся больше. Первым нужны ресурсы, а не упрёки; вторым — помощь в работе. У третьих в тяжёлых условиях получается лучше, чем у других: у них можно учиться. Ожидаемый результат — тот, что бывает у школ в таких же условиях; числа — в стандартных отклонениях учеников, 0 — среднее всех. «Разница с ожидаемым» — с поправкой на число учеников: чем школа меньше, тем ближе к нулю, поэтому с простой разностью она не совпадает.',
      'Low results come with hard conditions, and there are those where schools in the same conditions do more. The first need resources, not blame; the second, help with their work. The third do better than others in hard conditions: there is something to learn. The expected result is that of schools in such conditions; figures are standard deviations of pupils, 0 = mean of all. The difference from it allows for the number of pupils: the smaller a school, the nearer to 0, so it is no plain difference.',
    ),
  )}</p>${list}${counted}<p class="note">${say(sourceOf(of))}</p>`;
}

/** Those that need something first. */
const ORDER: readonly ConditionsConclusion[] = ['hard-conditions', 'below-expected', 'resilient-school'];

const HEADS = [
  sortable(both('Школа', 'School'), false),
  sortable(both('Вывод', 'Conclusion'), false),
  sortable(both('Индекс условий (выше — тяжелее)', 'Index of conditions (higher = harder)')),
  sortable(both('Результат', 'Result')),
  sortable(both('Ожидаемый', 'Expected')),
  sortable(both('Разница с ожидаемым', 'Difference from expected')),
  sortable(both('Интервал', 'Interval'), false),
  sortable(both('Вероят­ность, что выше', 'Probability of above')),
];

function row(
  { school, index, result, expected, difference, probability }: SchoolContext,
  conclusion: ConditionsConclusion,
  { schoolNames }: ReportInput,
): string {
  const name = schoolNames.get(school);
  const cell = (figure: Figure) => figureCell(figure, signed);
  return `<tr><th scope="row">${escapeHtml(name ?? school)}${name === undefined ? '' : ` <span class="none">${escapeHtml(school)}</span>`}</th>${classCell(CONCLUSIONS[conclusion], ORDER.indexOf(conclusion))}${[index, result, expected, difference].map(cell).join('')}${intervalCell(difference, interval(difference))}${
    probability === undefined
      ? '<td class="n none" data-v="">–</td>'
      : `<td class="n" data-v="${probability}">${say(sureness(probability))}</td>`
  }</tr>`;
}

const CONCLUSIONS: Readonly<Record<ConditionsConclusion, ClassSign>> = {
  'hard-conditions': classSign(
    'diamond',
    both('тяжёлые условия: нужны ресурсы', 'hard conditions: resources are needed'),
  ),
  'below-expected': classSign(
    'down',
    both(
      'ниже, чем в таких же условиях: нужна помощь в работе',
      'below others in such conditions: help with the work is needed',
    ),
  ),
  'resilient-school': classSign(
    'up',
    both('выше ожидаемого в тяжёлых условиях', 'above expected in hard conditions'),
  ),
};

function sourceOf({ rules, resilience }: ContextAnalysis): Both {
  return both(
    `Индекс — «${rules.id}»: ${rules.source}. Кто устойчив — «${resilience.id}»: ${resilience.source}. Границы выводов — выбор программы или пользователя, а не норма.`,
    `Index "${rules.id}": ${rules.source}. Resilience "${resilience.id}": ${resilience.source}. Borders of the conclusions are a choice of the program or the user, no norm.`,
  );
}

function gapsPart(gaps: readonly SchoolGap[]): string {
  if (gaps.length === 0) return '';
  const caption = both(
    'Разрыв с остальными школами, в стандартных отклонениях учеников',
    'Gap to the other schools, in standard deviations of pupils',
  );
  const heads = [
    sortable(both('Чем различаются', 'Grouping'), false),
    sortable(both('Группа', 'Group'), false),
    sortable(both('Школ', 'Schools')),
    sortable(both('Разрыв с остальными', 'Gap to the others')),
    sortable(both('Интервал', 'Interval'), false),
  ];
  const rows = gaps.map(
    ({ grouping, group, schools: of, gap }) =>
      `<tr><th scope="row">${say(GROUPINGS[grouping] ?? both(grouping, grouping))}</th><td>${say((grouping === CONDITIONS_GROUPING ? CONDITION_GROUPS[group] : undefined) ?? both(group, group))}</td>${countCell(of)}${figureCell(gap, signed)}${intervalCell(gap, interval(gap))}</tr>`,
  );
  const title = both('Разрывы между группами школ', 'Gaps between groups of schools');
  return `<h3>${say(title)}</h3>${table(caption, heads, rows, caption)}<p class="note">${say(
    both(
      'Среднее группы минус среднее остальных, в стандартных отклонениях учеников; интервал считается по школам. Разрыв ни на что не поправлен и причины не называет.',
      'Mean of the group less that of the others, in standard deviations of pupils; the interval is over schools. A gap is adjusted for nothing and names no cause.',
    ),
  )}</p>`;
}

const GROUPINGS: Readonly<Record<string, Both>> = {
  conditions: both('условия', 'conditions'),
  settlement: both('вид населённого пункта', 'kind of settlement'),
  type: both('тип школы', 'type of school'),
  remoteness: both('удалённость', 'remoteness'),
};
const CONDITION_GROUPS: Readonly<Record<string, Both>> = {
  hard: both('тяжёлые', 'hard'),
  'not-hard': both('остальные', 'others'),
};

function interval(figure: Figure): Both | undefined {
  if (figure.kind === 'missing' || figure.interval === undefined) return undefined;
  const [low, high] = [signed(figure.interval.low), signed(figure.interval.high)];
  return both(`${low.ru}\u00a0…\u00a0${high.ru}`, `${low.en}\u00a0…\u00a0${high.en}`);
}

function schools(n: number): Both {
  return both(
    `${count(n).ru} ${pluralRu(n, 'школа', 'школы', 'школ')}`,
    `${count(n).en} ${pluralEn(n, 'school', 'schools')}`,
  );
}

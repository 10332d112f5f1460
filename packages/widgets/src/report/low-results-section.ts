/**
 * «Школы с низкими результатами»: what the rule says, and how sure that is.
 *
 * @module
 */
import type { LowResultsRules } from '@orientir/core/assessment';
import { digitsApart, formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { RiskClass, SchoolRisk } from '@orientir/core/risk';
import { escapeHtml } from '../geometry/render-string.js';
import { RISK_SHAPES } from '../risk/risk-shapes.js';
import type { ClassSign } from './class-sign.js';
import { classCell, classSign } from './class-sign.js';
import type { ReportInput } from './report-input.js';
import { sureness } from './report-words.js';
import { sortable, table, workTitle } from './table.js';
import type { Both } from './text.js';
import { both, count, figureCell, intervalCell, intervalOf, rangeCell, rangeOf, say, share } from './text.js';

/** Schools that a ruleset lists, that are probably low or that cannot be told; the rest is counted. */
export function lowResultsSection(input: ReportInput): string {
  const { lowResultsRules, schoolRisks } = input.analysis;
  const parts = lowResultsRules.map((rules) =>
    byRules(
      rules,
      schoolRisks.filter(({ ruleset }) => ruleset === rules.id),
      input,
    ),
  );
  return `<section id="schools"><h2>${say(both('Школы с низкими результатами', 'Schools with low results'))}</h2>
<p class="note">${say(
    both(
      'Правило считает двойки как есть: в маленькой школе оно срабатывает и случайно. Поэтому рядом стоит вероятность — насколько данные подтверждают, что результаты школы низкие. Правило смотрит на каждую работу отдельно, а доля в таблице — по всем работам последнего года вместе, поэтому в списке бывает школа с меньшей долей, а с большей — нет. Это повод для помощи, а не оценка учителей.',
      'The rule takes low marks as they are: in a small school chance alone can trip it. So the probability stands beside it: how far the data confirm that the results of the school are low. The rule looks at each work by itself, and the share in the table is that of all works of the last year together, so a school with a smaller share may be listed where one with a larger is not. It is a reason to help, not a verdict on teachers.',
    ),
  )}</p>${parts.join('')}</section>`;
}

function byRules(rules: LowResultsRules, risks: readonly SchoolRisk[], input: ReportInput): string {
  const shown = risks.filter(isShown).sort((one, other) => (other.probability ?? 0) - (one.probability ?? 0));
  const number = (of: RiskClass) => risks.filter((risk) => risk.class === of).length;
  const border = both(formatShare(rules.shareFrom, 'ru'), formatShare(rules.shareFrom, 'en'));
  const when = conditionsOf(rules);
  const { ru, en } = rules.title ?? both(rules.id, rules.id);
  const caption = both(
    `Правило «${ru}»: от ${border.ru} низких результатов ${when.ru}`,
    `Rule "${en}": ${border.en} of low results or more ${when.en}`,
  );
  const source = `<p class="note">${say(both(`Источник: ${rules.source}. ${VERIFICATION[rules.verification].ru}`, `Source: ${rules.source}. ${VERIFICATION[rules.verification].en}`))}</p>`;
  const others = `<p>${say(
    both(
      `Низких результатов, вероятно, нет: ${schools(number('not-low')).ru}. Слишком мало данных для этого правила (мало учеников, отметок или работ): ${schools(number('too-few')).ru}.`,
      `Probably no low results: ${schools(number('not-low')).en}. Too little data for this rule (few pupils, marks or works): ${schools(number('too-few')).en}.`,
    ),
  )}</p>${untaught(risks, input)}${withoutMarks(risks, input)}`;
  const body =
    risks.length === 0
      ? `<p>${say(whyNobody(input))}</p>`
      : shown.length === 0
        ? `<p>${say(both(`${caption.ru}.`, `${caption.en}.`))}</p>${others}`
        : `${table(
            caption,
            HEADS,
            shown.map((of) => row(of, input)),
            caption,
          )}${others}`;
  return `${body}${source}`;
}

function whyNobody({ analysis }: ReportInput): Both {
  return analysis.assessments.every(({ schoolYear }) => schoolYear === undefined)
    ? both(
        'Правило не применимо: неизвестно, какого учебного года работы. Назовите его в описании работы (schoolYear).',
        'The rule cannot be applied: nobody knows the school year of the works. Name it in the description of the work (schoolYear).',
      )
    : both(
        'Правило не применимо: нет подходящих работ с отметками по школам.',
        'The rule cannot be applied: there is no such work with marks by school.',
      );
}

function isShown(of: SchoolRisk): boolean {
  return of.listed === true || of.class === 'low' || of.class === 'undetermined';
}

/** Schools whose pupils wrote and have no marks: nothing is known of them here, and that must not pass for good results. */
function withoutMarks(risks: readonly SchoolRisk[], { schoolNames }: ReportInput): string {
  const found = risks.filter(
    (of) => of.class === 'too-few' && of.cells().some(({ leftOut }) => leftOut === 'no-marks'),
  );
  if (found.length === 0) return '';
  const names = namesOf(
    found.map(({ school }) => both(schoolNames.get(school) ?? school, schoolNames.get(school) ?? school)),
  );
  return `<p>${say(
    both(
      `Писали, но отметок слишком мало (не все задания пройдены или нет шкалы): ${names.ru}. Правило о них ничего не говорит; посмотрите решаемость этих школ сами.`,
      `Wrote, but have too few marks (not all items were taught, or there is no scale): ${names.en}. The rule says nothing of them; look at their solve rates yourself.`,
    ),
  )}</p>`;
}

/**
 * Schools of which some marks depend on items not taught: how many, and how far the share can go. Of those that the rule says
 * nothing about no conclusion depends on anything.
 */
function untaught(risks: readonly SchoolRisk[], { schoolNames }: ReportInput): string {
  const found = risks.flatMap((of) =>
    of.uncertain === undefined || of.class === 'too-few'
      ? []
      : [{ school: of.school, uncertain: of.uncertain, isShown: isShown(of) }],
  );
  if (found.length === 0) return '';
  const lineOf = ({ school, uncertain: { pupils, share: of } }: (typeof found)[number]): Both => {
    const name = schoolNames.get(school) ?? school;
    const how = both(
      `${count(pupils).ru} ${pluralRu(pupils, 'ученик', 'ученика', 'учеников')}`,
      `${count(pupils).en} ${pluralEn(pupils, 'pupil', 'pupils')}`,
    );
    if (of === undefined) return both(`${name} (${how.ru})`, `${name} (${how.en})`);
    const digits = digitsApart(of.low * 100, of.high * 100, 0);
    const [low, high] = [share(of.low, digits), share(of.high, digits)];
    return both(
      `${name} (${how.ru}, низких результатов от ${low.ru} до ${high.ru})`,
      `${name} (${how.en}, ${low.en} to ${high.en} of low results)`,
    );
  };
  const sentence = (of: typeof found, words: (names: Both) => Both) =>
    of.length === 0 ? '' : `<p>${say(words(namesOf(of.map(lineOf))))}</p>`;
  const open = found.filter(({ uncertain }) => uncertain.decides);
  return `${sentence(open, (names) =>
    both(
      `Вывод зависит от непройденных заданий: ${names.ru}. Неизвестно, что эти ученики получили бы за задания, темы которых у них не пройдены, поэтому низкие ли у них отметки, сказать нельзя.`,
      `The conclusion depends on items not taught: ${names.en}. What these pupils would have got for items whose topics they were not taught is not known, so whether their marks are low cannot be told.`,
    ),
  )}${sentence(
    found.filter(({ uncertain }) => !uncertain.decides),
    (names) =>
      both(
        `Отметки части учеников зависят от непройденных заданий, но вывод при любых баллах тот же: ${names.ru}.`,
        `Marks of some pupils depend on items not taught, but the conclusion is the same whatever they could have got: ${names.en}.`,
      ),
  )}${found.some((of) => of.isShown) ? `<p>${say(LEAST)}</p>` : ''}`;
}

const LEAST = both(
  'Вероятность этих школ в таблице — наименьшая из возможных.',
  'The probability of these schools in the table is the smallest possible one.',
);

function namesOf(all: readonly Both[]): Both {
  const shown = all.slice(0, MOST_NAMED);
  const left = all.length - shown.length;
  const more = left <= 0 ? both('', '') : both(` и ещё ${count(left).ru}`, ` and ${count(left).en} more`);
  return both(
    `${shown.map(({ ru }) => ru).join(', ')}${more.ru}`,
    `${shown.map(({ en }) => en).join(', ')}${more.en}`,
  );
}

const MOST_NAMED = 20;

/** When a rule lists a school: a share of all works together that is under the border is then no contradiction. */
function conditionsOf({ conditions, combine }: LowResultsRules): Both {
  const parts = conditions.map(({ years, procedures, same }) => {
    const works = both(
      `${procedures} ${pluralRu(procedures, 'работе', 'работам', 'работам')}`,
      `${procedures} ${pluralEn(procedures, 'work', 'works')}`,
    );
    if (years === 1)
      return both(`хотя бы по ${works.ru} последнего года`, `in at least ${works.en} of the last year`);
    const inRow = both(`${years} ${pluralRu(years, 'год', 'года', 'лет')} подряд`, `${years} years running`);
    if (!same) return both(`${inRow.ru} хотя бы по ${works.ru}`, `in at least ${works.en}, ${inRow.en}`);
    return procedures === 1
      ? both(`${inRow.ru} по одной и той же работе`, `in one and the same work, ${inRow.en}`)
      : both(`${inRow.ru} по одним и тем же ${works.ru}`, `in the same ${works.en}, ${inRow.en}`);
  });
  const isAny = combine === 'any';
  return both(
    parts.map(({ ru }) => ru).join(isAny ? ' или ' : ' и '),
    parts.map(({ en }) => en).join(isAny ? ', or ' : ', and '),
  );
}

const HEADS = [
  sortable(both('Школа', 'School'), false),
  sortable(both('Вывод', 'Conclusion'), false),
  sortable(both('Вероят­ность', 'Probability')),
  sortable(both('По правилу', 'By the rule'), false),
  sortable(both('Низкие результаты, все работы года', 'Low results, all works of the year')),
  sortable(both('Интервал', 'Interval'), false),
  sortable(both('Сработало на работах', 'Triggered by'), false),
  sortable(both('До выхода, учеников', 'To leave the list, pupils')),
];

function row(of: SchoolRisk, { analysis, schoolNames }: ReportInput): string {
  const name = schoolNames.get(of.school);
  const works = of.triggered.map((id) => {
    const assessment = analysis.assessments.find((each) => each.id === id);
    return assessment === undefined ? both(id, id) : workTitle(assessment, analysis);
  });
  const listed =
    of.listed === undefined
      ? both('зависит от непройденных заданий', 'depends on items not taught')
      : of.listed
        ? both('в списке', 'listed')
        : both('не в списке', 'not listed');
  const bounds = of.uncertain?.share?.interval;
  const interval =
    bounds === undefined
      ? intervalCell(of.share, intervalOf(of.share))
      : rangeCell(bounds.low, rangeOf(bounds));
  const text = (words: Both) => `<td>${say(words)}</td>`;
  const numeric = (value: number | undefined, words: (value: number) => Both) =>
    value === undefined
      ? '<td class="n none" data-v="">–</td>'
      : `<td class="n" data-v="${value}">${say(words(value))}</td>`;
  return `<tr><th scope="row">${escapeHtml(name ?? of.school)}${name === undefined ? '' : ` <span class="none">${escapeHtml(of.school)}</span>`}</th>${classCell(CLASSES[of.class], ORDER.indexOf(of.class))}${numeric(of.probability, sureness)}${text(listed)}${figureCell(of.share, share)}${interval}${worksCell(works)}${numeric(of.distanceToExit, of.uncertain === undefined ? count : atLeast)}</tr>`;
}

function atLeast(pupils: number): Both {
  return both(`не меньше ${count(pupils).ru}`, `at least ${count(pupils).en}`);
}

/** Many works would push the other schools off the screen, so they open on demand. */
function worksCell(works: readonly Both[]): string {
  const list = say(both(works.map(({ ru }) => ru).join('; '), works.map(({ en }) => en).join('; ')));
  if (works.length <= MOST_WORKS) return `<td>${list}</td>`;
  const n = works.length;
  const many = both(
    `${n} ${pluralRu(n, 'работа', 'работы', 'работ')}`,
    `${n} ${pluralEn(n, 'work', 'works')}`,
  );
  return `<td><details class="paper"><summary>${say(many)}</summary>${list}</details></td>`;
}

const MOST_WORKS = 3;

function schools(n: number): Both {
  return both(
    `${count(n).ru} ${pluralRu(n, 'школа', 'школы', 'школ')}`,
    `${count(n).en} ${pluralEn(n, 'school', 'schools')}`,
  );
}

/** Those in need first. */
const ORDER: readonly RiskClass[] = ['low', 'undetermined', 'not-low', 'too-few'];

const CLASSES: Readonly<Record<RiskClass, ClassSign>> = {
  low: classSign(RISK_SHAPES.low, both('вероятно, низкие', 'probably low')),
  undetermined: classSign(
    RISK_SHAPES.undetermined,
    both('нельзя сказать уверенно', 'cannot be told for sure'),
  ),
  'not-low': classSign(RISK_SHAPES['not-low'], both('скорее случайность', 'rather chance')),
  'too-few': classSign(RISK_SHAPES['too-few'], both('мало данных', 'too little data')),
};

const VERIFICATION: Readonly<Record<LowResultsRules['verification'], Both>> = {
  verified: both('Проверено по документу.', 'Checked against the document.'),
  'second-hand': both('Документ известен нам из вторых рук.', 'We know the document second-hand.'),
  unverified: both('Не проверено: документ нам недоступен.', 'Not verified: we could not read the document.'),
  own: both('Правило задано пользователем.', 'The rule is the user’s own.'),
};

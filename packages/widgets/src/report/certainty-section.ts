/**
 * «Насколько мы уверены»: precision of works, marks and regional figures, and what the rules rest on.
 *
 * @module
 */
import type {
  FindingRules,
  FullAnalysis,
  ItemResult,
  SchoolShare,
  TestResult,
  WorkScale,
} from '@orientir/core/analysis';
import { isWholeWork, schoolShares } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import { digitsApart, pluralEn, pluralRu } from '@orientir/core/foundation';
import { escapeHtml } from '../geometry/render-string.js';
import type { ReportInput } from './report-input.js';
import { levelWord, pupils, whyMissing } from './report-words.js';
import { named, table, workTitle } from './table.js';
import type { Both } from './text.js';
import { both, capital, count, figureCell, number, say, share } from './text.js';

/** The rules, then all works one after the other. */
export function certaintySection({ analysis }: ReportInput): string {
  const scales = new Map(analysis.scales().map((scale) => [scale.assessment, scale]));
  const low = schoolShares(analysis).filter(({ measure }) => measure === 'below-minimum');
  const works = analysis.assessments.map((assessment) =>
    ofWork(
      assessment,
      analysis,
      scales.get(assessment.id),
      low.filter((share) => share.assessment === assessment.id),
    ),
  );
  return `<section id="sure"><h2>${say(both('Насколько мы уверены', 'How sure are we'))}</h2>
${rulesText(analysis.rules)}
${works.join('\n')}</section>`;
}

function rulesText(rules: FindingRules): string {
  const checked: Both = {
    verified: both('Правила сверены с документом.', 'The rules were checked against the document.'),
    'second-hand': both(
      'Самого документа мы не видели, границы взяты из пересказа: сверьте их, прежде чем ссылаться.',
      'We have not seen the document itself, the borders are known second-hand: check them before you refer to them.',
    ),
    unverified: both(
      'Документа с этими границами мы не нашли: никем не проверено.',
      'We found no document with these borders: nobody has verified them.',
    ),
    own: both('Границы выбраны нами.', 'The borders are our own choice.'),
  }[rules.verification];
  const borders = (['basic', 'advanced', 'high'] as const).map((level) => {
    const { insufficientBelow, sufficientFrom } = rules.corridors[level];
    const name = levelWord(level);
    const [below, from] = [share(insufficientBelow, 1), share(sufficientFrom, 1)].map(withoutZero);
    return both(
      `${name.ru} уровень — недостаточно ниже ${below?.ru}, достаточно от ${from?.ru}`,
      `${name.en} level: not sufficient below ${below?.en}, sufficient from ${from?.en}`,
    );
  });
  const lines = [
    both(
      `Границы решаемости: ${rules.source} (набор правил ${rules.id}). ${checked.ru}`,
      `Borders of the solve rate: ${rules.source} (ruleset ${rules.id}). ${checked.en}`,
    ),
    both(
      `${capital(borders.map(({ ru }) => ru).join('; '))}.`,
      `${capital(borders.map(({ en }) => en).join('; '))}.`,
    ),
    both(
      `Вывод делается при вероятности не меньше ${share(rules.probability).ru} и не меньше чем по ${count(rules.minPupils).ru} ученикам; эти пороги наши.`,
      `A statement needs a probability of at least ${share(rules.probability).en} and at least ${count(rules.minPupils).en} ${pluralEn(rules.minPupils, 'pupil', 'pupils')}; these thresholds are ours.`,
    ),
  ];
  return lines.map((line) => `<p>${say(line)}</p>`).join('\n');
}

function withoutZero({ ru, en }: Both): Both {
  return both(ru.replace(',0', ''), en.replace('.0', ''));
}

function ofWork(
  assessment: Assessment,
  analysis: FullAnalysis,
  scale: WorkScale | undefined,
  low: readonly SchoolShare[],
): string {
  const tests = analysis.testResults.filter((test) => test.assessment === assessment.id && test.wrote > 0);
  const all = tests.find(({ level }) => level === 'all');
  if (all === undefined) return '';
  const schools = tests.filter(({ level }) => level === 'school');
  const lines = [
    whoLine(all),
    ...reliabilityLines(all),
    ...marksLine(scale),
    clusterLine(analysis.itemResults.of(assessment.id, all)),
    ...schoolLines(assessment, schools, analysis),
    ...funnelLine(low),
  ];
  return `<section data-work="${escapeHtml(assessment.id)}"><h3>${say(workTitle(assessment, analysis))}</h3>
<ul class="findings">${lines.map((line) => `<li>${say(line)}</li>`).join('')}</ul>${borderTable(assessment, analysis, scale)}</section>`;
}

function whoLine({ wrote, absent, n }: TestResult): Both {
  const [of, whole] = [pupils(wrote), pupils(n)];
  const missed =
    absent > 0
      ? both(
          `, не было ${count(absent).ru}`,
          `, ${count(absent).en} ${pluralEn(absent, 'was', 'were')} absent`,
        )
      : both('', '');
  return n === wrote
    ? both(
        `Писали ${of.ru}${missed.ru}; все задания варианта есть у каждого.`,
        `${of.en} wrote${missed.en}; each has every item of the variant.`,
      )
    : both(
        `Писали ${of.ru}${missed.ru}; все задания варианта есть у ${count(n).ru}, и только по ним считаются средний балл, надёжность и точность.`,
        `${of.en} wrote${missed.en}; ${whole.en} ${pluralEn(n, 'has', 'have')} every item of the variant, and only they count for the mean, reliability and precision.`,
      );
}

function reliabilityLines({ alpha, sem }: TestResult): readonly Both[] {
  if (alpha.kind === 'missing') {
    const why = whyMissing(alpha);
    return [both(`Надёжность не посчитана: ${why.ru}.`, `Reliability was not computed: ${why.en}.`)];
  }
  const [, ru, en] = ALPHA_WORDS.find(([from]) => alpha.estimate >= from) ?? LOWEST;
  const of = alphaText(alpha.estimate);
  const lines = [
    both(`Надёжность ${of.ru} (альфа Кронбаха) — ${ru}.`, `Reliability ${of.en} (Cronbach’s alpha): ${en}.`),
  ];
  if (sem.kind === 'known') {
    const error = number(sem.estimate, 1);
    lines.push(
      both(
        `Ошибка измерения в среднем ±${error.ru} балла: в двух случаях из трёх настоящий балл ученика лежит в этих пределах.`,
        `Error of measurement: ±${error.en} points on average; in two cases of three the true total lies within that.`,
      ),
    );
  }
  return lines;
}

/** What rounds to a border that it does not reach has as many decimals as show that. */
function alphaText(alpha: number): Both {
  const next = ALPHA_WORDS.findLast(([from]) => alpha < from)?.[0];
  return number(alpha, next === undefined ? 2 : digitsApart(alpha, next, 2));
}

/** Words are our own choice; the borders .9, .8, .7 are those that textbooks repeat. */
const LOWEST: readonly [from: number, ru: string, en: string] = [
  Number.NEGATIVE_INFINITY,
  'низкая: о школе судить можно, об отдельном ученике по одной этой работе нельзя',
  'low: enough for a school, not for a single pupil',
];
const ALPHA_WORDS: readonly (readonly [from: number, ru: string, en: string])[] = [
  [
    0.9,
    'высокая: судить можно и об ученике, но у границы отметки — с осторожностью',
    'high: enough for a pupil too, with care at the border of a mark',
  ],
  [
    0.8,
    'хорошая: для выводов о классе хватает, об ученике — с осторожностью',
    'good: enough for a class, with care for a pupil',
  ],
  [
    0.7,
    'средняя: для выводов о школе хватает, об ученике лучше судить по нескольким работам',
    'fair: enough for a school; judge a pupil by several works',
  ],
  LOWEST,
];

function marksLine(scale: WorkScale | undefined): readonly Both[] {
  if (scale === undefined) {
    return [
      both(
        'Точность у границ отметок не посчитана: по этим данным работу нельзя разложить на трудность заданий и подготовку учеников.',
        'Precision at the borders of marks was not computed: these data do not allow the work to be scaled.',
      ),
    ];
  }
  if (scale.marks === undefined) {
    return [
      both(
        'Устойчивость отметок не посчитана: нет шкалы, которая относится ко всем заданиям.',
        'Steadiness of marks was not computed: there is no scale of marks that all items count for.',
      ),
    ];
  }
  const { consistency, accuracy } = scale.marks;
  if (consistency.kind === 'missing' || accuracy.kind === 'missing') return [];
  const [same, right] = [consistency, accuracy].map((of) => Math.round(of.estimate * 100));
  return [
    both(
      `Если бы те же ученики написали такую же работу ещё раз, прежнюю отметку по шкале получили бы примерно ${same} из 100; отметка соответствует настоящему уровню примерно у ${right} из 100.`,
      `If the same pupils wrote an equal work again, about ${same} of 100 would get the same mark; the mark is that of the true level for about ${right} of 100.`,
    ),
  ];
}

function borderTable(assessment: Assessment, analysis: FullAnalysis, scale: WorkScale | undefined): string {
  const { marks, errors } = scale ?? {};
  if (marks === undefined) return '';
  const head = (ru: string, en: string, numeric = true) =>
    `<th scope="col"${numeric ? ' class="n"' : ''}>${say(both(ru, en))}</th>`;
  const rows = marks.borders
    .filter(({ min }) => min > 0)
    .map(({ mark, min, consistency, accuracy }) => {
      const error = errors?.byTotal[Math.round(min * 2)];
      return `<tr><th scope="row">«${mark}»</th><td class="n">${say(number(min, min % 1 === 0 ? 0 : 1))}</td>${error === undefined ? '<td class="n">–</td>' : figureCell(error, (value) => both(`±${number(value, 1).ru}`, `±${number(value, 1).en}`))}${figureCell(consistency, share)}${figureCell(accuracy, share)}</tr>`;
    });
  if (rows.length === 0) return '';
  return table(
    both(
      'У границы отметки случайность решает чаще всего: ученик, которому не хватило балла, может знать не меньше того, кому хватило.',
      'At the border of a mark chance decides most often: a pupil one point short may know as much as one who is not.',
    ),
    [
      head('Отметка', 'Mark', false),
      head('С балла', 'From'),
      head('Ошибка у границы, баллы', 'Error at the border, points'),
      head('Остались бы по ту же сторону', 'Would stay on the same side'),
      head('Стоят на верной стороне', 'Stand on the right side'),
    ],
    rows,
    named(both('Границы отметок', 'Borders of marks'), assessment, analysis),
  );
}

/** What the likeness of pupils of one school does to figures above schools. */
function clusterLine(items: readonly ItemResult[]): Both {
  const effects = items
    .flatMap(({ designEffect }) => (designEffect === undefined ? [] : [designEffect]))
    .sort((one, other) => one - other);
  const middle = effects[Math.floor(effects.length / 2)];
  if (middle === undefined) {
    return both(
      'Сходство учеников одной школы не учтено: для этого нужны хотя бы две школы.',
      'That pupils of one school are alike could not be taken into account: that needs two schools at least.',
    );
  }
  const n = items.reduce((most, of) => Math.max(most, of.n), 0);
  const times = number(middle, 1);
  if (middle <= 1.05) {
    return both(
      `Ученики одной школы похожи не больше, чем любые другие (эффект плана ${times.ru}): интервалы общих цифр обычные.`,
      `Pupils of one school are no more alike than any others (design effect ${times.en}): intervals of the overall figures are the usual ones.`,
    );
  }
  return both(
    `Ученики одной школы похожи, поэтому общие цифры менее точны, чем кажется по числу учеников: эффект плана ${times.ru}, то есть ${pupils(n).ru} дают столько же сведений, сколько примерно ${count(Math.round(n / middle)).ru}, выбранных по одному. В интервалах это учтено.`,
    `Pupils of one school are alike, so overall figures are less precise than the number of pupils suggests: with a design effect of ${times.en}, ${pupils(n).en} tell as much as about ${count(Math.round(n / middle)).en} drawn one by one. The intervals take it into account.`,
  );
}

function schoolLines(
  assessment: Assessment,
  schools: readonly TestResult[],
  analysis: FullAnalysis,
): readonly Both[] {
  if (schools.length < 2) return [];
  const { rules } = analysis;
  const lines: Both[] = [];
  const whole = analysis.sectionResults.filter(
    (of) =>
      of.assessment === assessment.id && of.level === 'school' && isWholeWork(of) && of.verdict !== undefined,
  );
  const open = whole.filter(({ verdict }) => verdict === 'undetermined').length;
  if (whole.length > 0) {
    lines.push(
      both(
        `По работе в целом нельзя сказать уверенно о ${count(open).ru} из ${count(whole.length).ru} ${pluralRu(whole.length, 'школы', 'школ', 'школ')}: интервал накрывает границу.`,
        `For the work as a whole nothing can be told for sure of ${count(open).en} of ${count(whole.length).en} ${pluralEn(whole.length, 'school', 'schools')}: the interval covers a border.`,
      ),
    );
  }
  const cells = undeterminedItems(assessment, schools, analysis);
  if (cells.of > 0) {
    lines.push(
      both(
        `По отдельным заданиям так же неопределённы ${share(cells.open / cells.of).ru} результатов школ (${count(cells.open).ru} из ${count(cells.of).ru}).`,
        `Of the results of schools on single items ${share(cells.open / cells.of).en} are undetermined in the same way (${count(cells.open).en} of ${count(cells.of).en}).`,
      ),
    );
  }
  const small = schools.filter(({ wrote }) => wrote < rules.minPupils).length;
  if (small > 0) {
    lines.push(
      both(
        `В ${count(small).ru} из ${count(schools.length).ru} ${pluralRu(schools.length, 'школы', 'школ', 'школ')} писали меньше ${count(rules.minPupils).ru} ${pluralRu(rules.minPupils, 'ученика', 'учеников', 'учеников')}: их доли во многом случайны, выводов о них мы не делаем.`,
        `In ${count(small).en} of ${count(schools.length).en} ${pluralEn(schools.length, 'school', 'schools')} fewer than ${count(rules.minPupils).en} ${pluralEn(rules.minPupils, 'pupil', 'pupils')} wrote: their shares are largely chance, and nothing is stated of them.`,
      ),
    );
  }
  return lines;
}

/** How many schools chance and size do not explain. */
function funnelLine(low: readonly SchoolShare[]): readonly Both[] {
  const placed = low.flatMap(({ place }) => place ?? []);
  if (placed.length < FEWEST_IN_FUNNEL) return [];
  const above = placed.filter((place) => place === 'above-998').length;
  const schools = pluralRu(placed.length, 'школы', 'школ', 'школ');
  const who =
    above === 0
      ? both(
          'Низкие результаты каждой школы можно объяснить случайностью и обычными различиями школ.',
          'Chance and the usual differences of schools explain the low results of every school.',
        )
      : both(
          `Низких результатов больше, чем объясняют случайность и обычные различия школ, в ${count(above).ru} из ${count(placed.length).ru} ${schools} (воронка, 99,8\u00a0%).`,
          `${count(above).en} of ${count(placed.length).en} ${pluralEn(placed.length, 'school', 'schools')} ${pluralEn(above, 'has', 'have')} more low results than chance and the usual differences of schools explain (funnel, 99.8%).`,
        );
  return [
    both(
      `${who.ru} Доли малых школ с поправкой на число учеников — в shrunken.csv.`,
      `${who.en} Shares of small schools, adjusted for their pupils, are in shrunken.csv.`,
    ),
  ];
}

/** As many schools as it takes to say how they differ: below that the table has no adjusted shares. */
const FEWEST_IN_FUNNEL = 11;

/** Results of schools on items whose interval covers a border. */
function undeterminedItems(
  { id, items }: Assessment,
  schools: readonly TestResult[],
  { itemResults, rules }: FullAnalysis,
): { readonly open: number; readonly of: number } {
  let open = 0;
  let of = 0;
  for (const school of schools) {
    itemResults.of(id, school).forEach(({ solveRate }, index) => {
      if (solveRate.kind === 'missing' || solveRate.interval === undefined) return;
      const level = items[index]?.level;
      const { insufficientBelow, sufficientFrom } =
        level === undefined ? rules.corridorByDefault : rules.corridors[level];
      const sideOf = (rate: number) => (rate < insufficientBelow ? -1 : rate < sufficientFrom ? 0 : 1);
      of++;
      if (sideOf(solveRate.interval.low) !== sideOf(solveRate.interval.high)) open++;
    });
  }
  return { open, of };
}

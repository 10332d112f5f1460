import type { Analysis, ItemResult, TestResult } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import { maxTotal } from '@orientir/core/assessment';
import type { Language } from '@orientir/core/foundation';
import { describeMissing, formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';
import { chartToString, escapeHtml } from '../geometry/render-string.js';
import { placeSolveRates } from '../solve-rates/place-solve-rates.js';
import type { SolveRatesData } from '../solve-rates/solve-rates-data.js';
import { solveRatesData } from '../solve-rates/solve-rates-data.js';
import { missingText } from '../solve-rates/words.js';
import { optionsLine } from './options-line.js';
import { placeHistogram } from './place-histogram.js';
import type { ReportInput } from './report-input.js';
import { schoolsTable } from './schools-table.js';
import { named, sortable, table, workTitle } from './table.js';
import { testScoresLine } from './test-scores-line.js';
import type { Both } from './text.js';
import { both, count, countCell, figureCell, intervalOf, labelled, number, say, share } from './text.js';

/** Everything about one work. */
export function assessmentSection(assessment: Assessment, input: ReportInput): string {
  const { analysis } = input;
  const all = analysis.testResults.find((test) => test.assessment === assessment.id && test.level === 'all');
  if (all === undefined) return '';
  const items = analysis.itemResults.of(assessment.id, all);
  return `<section data-work="${escapeHtml(assessment.id)}" id="${escapeHtml(anchorOf(assessment.id))}"><h2>${say(workTitle(assessment, analysis))}</h2>
${keyFigures(all)}${testScoresLine(assessment, analysis)}
<h3>${say(both('Какие задания решены хуже других?', 'Which items were solved worst?'))}</h3>
${itemChart(analysis, assessment)}
${itemTable(assessment, items, analysis)}
<h3>${say(both('Какие отметки получены?', 'Which marks were given?'))}</h3>
${marks(all, assessment, analysis)}
${distribution(all, assessment, analysis)}
<h3>${say(both('Можно ли доверять работе как измерению?', 'Can the work be trusted as a measurement?'))}</h3>
${reliability(all)}${optionsLine(assessment, analysis)}
${schoolsTable(assessment, input)}
</section>`;
}

/** Id of a section, for links. */
export function anchorOf(id: string): string {
  return `work-${id.replace(/[^\p{L}\d-]+/gu, '-')}`;
}

function keyFigures(all: TestResult): string {
  const entry = (name: Both, value: Both) => `<div><dt>${say(name)}</dt><dd>${say(value)}</dd></div>`;
  return `<dl class="big">${entry(both('Писали', 'Wrote'), count(all.wrote))}${entry(both('Отсутствовали', 'Absent'), count(all.absent))}${
    all.mean.kind === 'known' ? entry(both('Средний балл', 'Mean total'), number(all.mean.estimate, 1)) : ''
  }${all.passShare.kind === 'known' ? entry(both('Успеваемость', 'Pass share'), share(all.passShare.estimate)) : ''}${
    all.qualityShare.kind === 'known'
      ? entry(both('Качество', 'Marks 4 and 5'), share(all.qualityShare.estimate))
      : ''
  }</dl>`;
}

function itemChart(analysis: Analysis, assessment: Assessment): string {
  const data = solveRatesData(analysis, {
    assessment: assessment.id,
    unit: { level: 'all', unit: 'all' },
    unitName: '',
    comparators: [],
  });
  if (data === undefined || data.items.every((item) => item.solveRate === undefined)) return '';
  return drawItems(data, 700, 'chart wide') + drawItems(data, 340, 'chart narrow');
}

function drawItems(data: SolveRatesData, width: number, className: string): string {
  const place = (language: Language) =>
    placeSolveRates(data, {
      width,
      fontSize: 14,
      order: 'rate',
      missing: (item) => missingText(item, language),
      share: (value) => formatShare(value, language),
    });
  return chartToString(place('ru'), className, place('en'));
}

function itemTable(assessment: Assessment, items: readonly ItemResult[], analysis: Analysis): string {
  const described = new Map(assessment.items.map((item) => [item.id, item]));
  const statistics = new Map(
    analysis.itemStatistics.filter((of) => of.assessment === assessment.id).map((of) => [of.item, of]),
  );
  const hasSections = assessment.items.some(({ section }) => section !== undefined);
  const sorted = [...items].sort((one, other) => rateOf(one) - rateOf(other));
  const rows = sorted.map((of) => {
    const interval = intervalOf(of.solveRate);
    const rest = statistics.get(of.item)?.itemRestR;
    return `<tr><th scope="row" data-v="${assessment.items.findIndex(({ id }) => id === of.item)}">${escapeHtml(of.item)}</th>${
      hasSections ? `<td>${escapeHtml(described.get(of.item)?.section ?? '')}</td>` : ''
    }<td class="n" data-v="${of.maxPoints ?? ''}">${of.maxPoints === undefined ? '–' : say(number(of.maxPoints, of.maxPoints % 1 === 0 ? 0 : 1))}</td>${countCell(of.n)}${figureCell(of.solveRate, share)}<td class="n">${interval === undefined ? '–' : say(interval)}</td>${figureCell(of.fullShare, share)}${figureCell(of.zeroShare, share)}${countCell(of.notAttempted ?? 0)}${countCell(of.notTaught ?? 0)}${rest === undefined ? '<td data-v=""></td>' : figureCell(rest, (value) => number(value, 2))}</tr>`;
  });
  const heads = [
    sortable(both('Задание', 'Item'), false),
    ...(hasSections ? [sortable(both('Раздел', 'Section'), false)] : []),
    sortable(both('Макс. балл', 'Maximum')),
    sortable(both('Учеников', 'Pupils')),
    sortable(both('Решаемость', 'Solve rate')),
    `<th scope="col" class="n">${say(both('95-процентный интервал', '95% interval'))}</th>`,
    sortable(both('Полный балл', 'Full points')),
    sortable(both('Ноль баллов', 'No points')),
    sortable(both('Не приступили', 'Not attempted')),
    sortable(both('Не пройдено', 'Not taught')),
    sortable(both('Связь с остальными', 'Item–rest r')),
  ];
  return table(
    both(
      'Задания от самых трудных к самым лёгким. «Решаемость» — доля набранных баллов от возможных; интервал показывает, где она лежит с вероятностью 95\u00a0%.',
      'Items from the hardest to the easiest. Solve rate: share of the available points; the interval shows where it lies with a probability of 95%.',
    ),
    heads,
    rows,
    named(both('Задания', 'Items'), assessment, analysis),
  );
}

function marks(all: TestResult, assessment: Assessment, analysis: Analysis): string {
  if (all.markSource === 'none') {
    const why = all.meanMark.kind === 'missing' ? all.meanMark.reason : 'no-marks';
    return `<p>${say(both(`Отметок нет: ${describeMissing(why, 'ru')}.`, `No marks: ${describeMissing(why, 'en')}.`))}</p>`;
  }
  const n = all.meanMark.n;
  const cell = (mark: 2 | 3 | 4 | 5) => {
    const of = all.markShares[mark];
    return `<td class="n">${say(count(all.markCounts[mark]))}${of.kind === 'known' ? ` <span class="none">(${say(share(of.estimate, 1))})</span>` : ''}</td>`;
  };
  const source = {
    given: both('Отметки взяты из файлов.', 'The marks are those of the files.'),
    scale: both(
      'Отметки поставлены по шкале тем, у кого есть все задания.',
      'The marks follow the scale, for pupils who have every item.',
    ),
    mixed: both(
      'Отметки взяты из файлов, а где их нет, поставлены по шкале тем, у кого есть все задания.',
      'The marks are those of the files; where there are none, the scale gives them to pupils who have every item.',
    ),
  }[all.markSource];
  const journal =
    all.confirmed.kind === 'known' && all.lowered.kind === 'known' && all.raised.kind === 'known'
      ? `<p>${say(
          both(
            `По сравнению с журналом: понизили ${share(all.lowered.estimate).ru}, подтвердили ${share(all.confirmed.estimate).ru}, повысили ${share(all.raised.estimate).ru} (обе отметки есть у ${count(all.confirmed.n).ru}).`,
            `Against the journal: lowered ${share(all.lowered.estimate).en}, confirmed ${share(all.confirmed.estimate).en}, raised ${share(all.raised.estimate).en} (${count(all.confirmed.n).en} have both marks).`,
          ),
        )}</p>`
      : `<p class="note">${say(both('Отметок по журналу нет, сравнить не с чем.', 'There are no journal marks to compare with.'))}</p>`;
  return `<div class="scroll" tabindex="0" role="region" ${labelled(named(both('Отметки', 'Marks'), assessment, analysis))}><table><caption><span class="cap">${say(both(`Отметки ${count(n).ru} ${pluralRu(n, 'ученика', 'учеников', 'учеников')}.`, `Marks of ${count(n).en} ${pluralEn(n, 'pupil', 'pupils')}.`))} ${say(source)}</span></caption><thead><tr>${[2, 3, 4, 5].map((mark) => `<th scope="col" class="n">«${mark}»</th>`).join('')}<th scope="col" class="n">${say(both('Средняя отметка', 'Mean mark'))}</th></tr></thead><tbody><tr>${cell(2)}${cell(3)}${cell(4)}${cell(5)}${figureCell(all.meanMark, (value) => number(value, 2))}</tr></tbody></table></div>${journal}`;
}

function distribution(all: TestResult, assessment: Assessment, analysis: Analysis): string {
  if (all.totals.length === 0) return '';
  const draw = (width: number, name: string) =>
    chartToString(placeHistogram(all.totals, maxTotal(assessment), assessment.markScale, width), name);
  const rows = all.totals.flatMap((pupils, half) =>
    pupils === 0
      ? []
      : [`<tr><td class="n">${say(number(half / 2, half % 2 === 0 ? 0 : 1))}</td>${countCell(pupils)}</tr>`],
  );
  return `<figure><figcaption>${say(
    both(
      `Сколько учеников набрали каждый первичный балл (${count(all.n).ru} — те, у кого есть все задания)${assessment.markScale === undefined ? '' : '; пунктир — границы отметок'}.`,
      `Pupils by total points (${count(all.n).en} who have every item)${assessment.markScale === undefined ? '' : '; dashed: borders of marks'}.`,
    ),
  )}</figcaption>${draw(700, 'chart wide')}${draw(340, 'chart narrow')}</figure><details><summary>${say(both('Показать таблицей', 'Show as a table'))}</summary>${table(
    both('Первичные баллы', 'Totals'),
    [
      `<th scope="col" class="n">${say(both('Балл', 'Points'))}</th>`,
      `<th scope="col" class="n">${say(both('Учеников', 'Pupils'))}</th>`,
    ],
    rows,
    named(both('Первичные баллы', 'Totals'), assessment, analysis),
  )}</details>`;
}

function reliability({ alpha, sem, n }: TestResult): string {
  if (alpha.kind === 'missing' || sem.kind === 'missing') {
    const why = alpha.kind === 'missing' ? alpha.reason : 'too-few';
    return `<p>${say(both(`Надёжность не вычислена: ${describeMissing(why, 'ru')}.`, `Reliability was not computed: ${describeMissing(why, 'en')}.`))}</p>`;
  }
  const error = number(sem.estimate, 1);
  return `<p>${say(
    both(
      `Надёжность (альфа Кронбаха) ${number(alpha.estimate, 2).ru} по ${count(n).ru} ученикам. Балл одного ученика известен с точностью примерно до ±${error.ru}: в двух случаях из трёх его настоящий балл лежит в этих пределах.`,
      `Reliability (Cronbach's alpha) ${number(alpha.estimate, 2).en} over ${count(n).en} pupils. One pupil's total is known to about ±${error.en} points: in two cases of three the true total lies within that.`,
    ),
  )}</p>`;
}

function rateOf({ solveRate }: ItemResult): number {
  return solveRate.kind === 'known' ? solveRate.estimate : Number.MAX_VALUE;
}

/**
 * «Каким заданиям не верить»: items whose figures say more about the item than about pupils.
 *
 * @module
 */
import type { DifResult, GroupRate, ItemResult, ItemStatistics } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import type { Known } from '@orientir/core/foundation';
import { pluralEn, pluralRu } from '@orientir/core/foundation';
import { escapeHtml } from '../geometry/render-string.js';
import type { ReportInput } from './report-input.js';
import { percentPoints, pupils, qWord, whyMissing } from './report-words.js';
import { workTitle } from './table.js';
import type { Both } from './text.js';
import { both, count, number, say, share } from './text.js';

/** Our choice: below it an item tells hardly anything about what the others tell. */
const WEAK_CORRELATION = 0.1;

/** All works, one after the other. */
export function doubtfulItemsSection(input: ReportInput): string {
  const { analysis } = input;
  const crossing = new Map<string, GroupRate[]>();
  for (const rate of analysis.groupRates) {
    if (rate.level !== 'all' || !(rate.crossing || rate.nonMonotone)) continue;
    crossing.set(rate.assessment, [...(crossing.get(rate.assessment) ?? []), rate]);
  }
  const works = analysis.assessments.map((assessment) => {
    const statistics = analysis.itemStatistics.filter((of) => of.assessment === assessment.id);
    const results = analysis.itemResults.of(assessment.id, { level: 'all', unit: 'all' });
    const dif = analysis.difResults.filter((of) => of.assessment === assessment.id);
    const doubts = [
      ...results.flatMap(unanswered),
      ...statistics.flatMap((of) => unrelated(of, results)),
      ...crossings(crossing.get(assessment.id) ?? []),
      ...dif.flatMap(unequal),
    ];
    const notes = [...unknowns(statistics), ...uncompared(dif)];
    return ofWork(workTitle(assessment, analysis), assessment, doubts, notes);
  });
  return `<section id="doubt"><h2>${say(both('Каким заданиям не верить', 'Which items not to trust'))}</h2>
<p class="note">${say(
    both(
      'Прежде чем делать вывод о знаниях, посмотрите на само задание: ключ, критерии, формулировку, ввод баллов. Это повод для проверки, а не ошибка учителя или школы.',
      'Before a conclusion about knowledge, look at the item: key, criteria, wording, typing of points. It is a reason to check, not a fault of a teacher or a school.',
    ),
  )}</p>
${works.join('\n')}</section>`;
}

function ofWork(
  title: Both,
  assessment: Assessment,
  doubts: readonly Both[],
  notes: readonly Both[],
): string {
  const n = assessment.items.length;
  const list =
    doubts.length === 0
      ? `<p>${say(
          both(
            `Сомнений нет: проверено ${count(n).ru} ${pluralRu(n, 'задание', 'задания', 'заданий')}.`,
            `No doubts: ${count(n).en} ${pluralEn(n, 'item was', 'items were')} checked.`,
          ),
        )}</p>`
      : `<ul class="findings">${doubts.map((doubt) => `<li>${say(doubt)}</li>`).join('')}</ul>`;
  return `<section data-work="${escapeHtml(assessment.id)}"><h3>${say(title)}</h3>
${list}${notes.map((note) => `<p class="note">${say(note)}</p>`).join('')}</section>`;
}

/** Items that tell nobody apart, or that nobody answered. */
function unanswered(result: ItemResult): readonly Both[] {
  const { item, n, maxPoints, notAttempted = 0, notTaught = 0, points, solveRate, fullShare } = result;
  const of = pupils(n);
  if (n === 0) {
    const why = whyMissing(solveRate);
    return [
      both(
        `Задание ${item}: ответов нет (${notTaught > 0 ? `тему не проходили ${pupils(notTaught).ru}` : why.ru}).`,
        `Item ${item}: there are no answers (${notTaught > 0 ? `${pupils(notTaught).en} had not been taught the topic` : why.en}).`,
      ),
    ];
  }
  if (notAttempted === n) {
    return [
      both(
        `Задание ${item}: никто не приступил (${of.ru}). Проверьте, было ли задание в работе и верно ли введены баллы.`,
        `Item ${item}: nobody attempted it (${of.en}). Check whether it was in the work and whether the points were typed correctly.`,
      ),
    ];
  }
  if (points === 0) {
    return [
      both(
        `Задание ${item}: никто не получил ни балла (${of.ru}). Проверьте ключ и критерии.`,
        `Item ${item}: nobody got a point (${of.en}). Check the key and the criteria.`,
      ),
    ];
  }
  if (maxPoints === undefined) {
    return [
      both(
        `Задание ${item}: неизвестен максимальный балл, поэтому решаемость не посчитана (${of.ru}). Укажите его в описании работы.`,
        `Item ${item}: the maximum is unknown, so there is no solve rate (${of.en}). Give it in the description of the work.`,
      ),
    ];
  }
  if (fullShare.kind === 'known' && fullShare.estimate === 1) {
    return [
      both(
        `Задание ${item}: у всех полный балл (${of.ru}). О различиях между учениками оно ничего не говорит.`,
        `Item ${item}: everybody has full points (${of.en}). It says nothing about differences between pupils.`,
      ),
    ];
  }
  return [];
}

function unrelated(
  { item, itemRestR, n, sd }: ItemStatistics,
  results: readonly ItemResult[],
): readonly Both[] {
  if (n > 1 && sd.kind === 'known' && sd.estimate === 0) {
    const result = results.find((of) => of.item === item);
    const isSaid =
      result === undefined ||
      result.points === 0 ||
      result.maxPoints === undefined ||
      result.points === result.n * result.maxPoints;
    return isSaid
      ? []
      : [
          both(
            `Задание ${item}: у всех одинаковый балл (${pupils(n).ru}). Проверьте ввод баллов.`,
            `Item ${item}: everybody has the same points (${pupils(n).en}). Check how the points were typed.`,
          ),
        ];
  }
  if (itemRestR.kind === 'missing' || itemRestR.estimate >= WEAK_CORRELATION) return [];
  const figure = correlation(itemRestR);
  return itemRestR.estimate < 0
    ? [
        both(
          `Задание ${item}: чем лучше ученик справился с остальной работой, тем хуже с этим заданием (${figure.ru}). Проверьте ключ и критерии.`,
          `Item ${item}: the better a pupil did on the rest, the worse on this item (${figure.en}). Check the key and the criteria.`,
        ),
      ]
    : [
        both(
          `Задание ${item}: почти не связано с остальной работой (${figure.ru}). Возможно, оно проверяет что-то другое или понято по-разному.`,
          `Item ${item}: hardly goes with the rest of the work (${figure.en}). It may check something else, or be understood in different ways.`,
        ),
      ];
}

/** With its interval, since with few pupils it may be anything. */
function correlation({ estimate, n, interval }: Known): Both {
  const of = pupils(n);
  const r = number(estimate, 2);
  if (interval === undefined)
    return both(`r\u00a0=\u00a0${r.ru}, ${of.ru}`, `r\u00a0=\u00a0${r.en}, ${of.en}`);
  const low = number(interval.low, 2);
  const high = number(interval.high, 2);
  return both(
    `r\u00a0=\u00a0${r.ru}, с учётом случайности от ${low.ru} до ${high.ru}; ${of.ru}`,
    `r\u00a0=\u00a0${r.en}, given chance between ${low.en} and ${high.en}; ${of.en}`,
  );
}

/** One sentence for an item and a kind of group, with the rate of each group. */
function crossings(rates: readonly GroupRate[]): readonly Both[] {
  const byItem = new Map<string, GroupRate[]>();
  for (const rate of rates) {
    const key = JSON.stringify([rate.item, rate.group.startsWith('mark')]);
    byItem.set(key, [...(byItem.get(key) ?? []), rate]);
  }
  return [...byItem.values()].map((of) => {
    const { item = '', group = 'quarter-1' } = of[0] ?? {};
    const isMark = group.startsWith('mark');
    const known = of.flatMap(({ group: name, solveRate }) =>
      solveRate.kind === 'known'
        ? [{ number: name.split('-')[1] ?? '', rate: share(solveRate.estimate) }]
        : [],
    );
    const told = (language: 'ru' | 'en') =>
      known
        .map(({ number: which, rate }) => `${isMark ? `«${which}»` : which} — ${rate[language]}`)
        .join(', ');
    return both(
      `Задание ${item}: более слабые ученики решают его лучше более сильных, и это не случайность (решаемость по ${isMark ? 'отметкам' : 'четвертям, от слабой к сильной'}: ${told('ru')}). Проверьте ключ и критерии.`,
      `Item ${item}: weaker pupils solve it better than stronger ones, by more than chance (solve rate by ${isMark ? 'mark' : 'quarter, weakest first'}: ${told('en')}). Check the key and the criteria.`,
    );
  });
}

function unequal({ item, grouping, reference, focal, result }: DifResult): readonly Both[] {
  if (result.kind === 'missing' || result.size === 'A') return [];
  const by = percentPoints(result.smd);
  const better = result.smd < 0 ? reference : focal;
  const q = qWord(result.q);
  const column = groupingWord(grouping);
  const size = result.size === 'C' ? both('большое', 'large') : both('среднее', 'moderate');
  const chance =
    result.q > 0.05
      ? both(
          ' При таком числе заданий это может быть и случайностью.',
          ' With so many items it may be chance.',
        )
      : both('', '');
  return [
    both(
      `Задание ${item}: «${reference}» и «${focal}» (${column.ru}) решают по-разному при равной сумме баллов; причина неизвестна. Различие ${size.ru}, класс ${result.size}: ${by.ru} в пользу «${better}» (${q.ru}; ${count(result.nReference).ru} и ${pupils(result.nFocal).ru}).${chance.ru}`,
      `Item ${item}: “${reference}” and “${focal}” (${column.en}) fare differently with equal totals; the reason is unknown. The difference is ${size.en}, class ${result.size}: ${by.en} in favour of “${better}” (${q.en}; ${count(result.nReference).en} and ${pupils(result.nFocal).en}).${chance.en}`,
    ),
  ];
}

function groupingWord(grouping: string): Both {
  return grouping === 'sex' ? both('пол', 'sex') : both(grouping, grouping);
}

/** What could not be checked at all, and why. */
function unknowns(statistics: readonly ItemStatistics[]): readonly Both[] {
  const missing = statistics.flatMap(({ itemRestR }) => (itemRestR.kind === 'missing' ? [itemRestR] : []));
  const [first] = missing;
  if (first === undefined || missing.length < statistics.length) return [];
  const why = whyMissing(first);
  return [
    both(
      `Связь заданий с остальной работой не проверена: ${why.ru}.`,
      `How items go with the rest was not checked: ${why.en}.`,
    ),
  ];
}

function uncompared(dif: readonly DifResult[]): readonly Both[] {
  if (dif.length === 0) {
    return [
      both(
        'Группы учеников не сравнивались: в файлах нет пола или другого признака.',
        'Groups of pupils were not compared: the files give neither sex nor another feature.',
      ),
    ];
  }
  const missing = dif.flatMap(({ result }) => (result.kind === 'missing' ? [result] : []));
  const [first] = missing;
  if (first === undefined || missing.length < dif.length) return [];
  const why = whyMissing(first);
  return [
    both(`Группы учеников не сравнивались: ${why.ru}.`, `Groups of pupils were not compared: ${why.en}.`),
  ];
}

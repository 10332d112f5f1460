/**
 * «Каким результатам верить»: results that look unusual beside those of other schools, without accusing anybody.
 *
 * @module
 */
import { formatNumber, pluralEn, pluralRu } from '@orientir/core/foundation';
import type {
  Objectivity,
  OfficialOutcome,
  OfficialRegion,
  OwnOutcome,
  UntestedReason,
} from '@orientir/core/objectivity';
import {
  describeOfficialOutcome,
  describeOwnOutcome,
  describeTest,
  describeUntested,
} from '@orientir/core/objectivity';
import { escapeHtml } from '../geometry/render-string.js';
import type { ReportInput } from './report-input.js';
import { sortable, table, workTitle } from './table.js';
import type { Both } from './text.js';
import { both, count, say } from './text.js';

/** Flagged results first; the official method beside them; then what was compared and what else gives such figures. */
export function doubtfulResultsSection(input: ReportInput): string {
  const objectivity = input.analysis.objectivity();
  const own = countedTests(objectivity);
  return `<section id="believe"><h2>${say(both('Каким результатам верить', 'Which results to believe'))}</h2>
<p class="note">${say(
    both(
      'Здесь названы результаты, которые необычны рядом с другими школами региона. Это возможный признак, нужен дополнительный анализ: причин может быть несколько, и вывода о чьих-то действиях отсюда не следует.',
      'Results that are unusual beside other schools of the region. A possible marker, needs further analysis: there may be several reasons, and nothing follows about what anybody did.',
    ),
  )}</p>
${ownPart(own, input)}
${officialPart(objectivity, input)}
</section>`;
}

/** Our own tests, counted in one walk through the outcomes. */
interface CountedTests {
  readonly tested: number;
  readonly flagged: readonly OwnOutcome[];
  /** Tests that were not made, by reason. */
  readonly untested: ReadonlyMap<UntestedReason, number>;
}

function countedTests({ own }: Objectivity): CountedTests {
  const flagged: OwnOutcome[] = [];
  const untested = new Map<UntestedReason, number>();
  let tested = 0;
  for (const outcome of own) {
    const { result } = outcome;
    if (result.kind === 'not-tested') {
      untested.set(result.reason, (untested.get(result.reason) ?? 0) + 1);
      continue;
    }
    tested++;
    if (result.flag) flagged.push(outcome);
  }
  return { tested, flagged, untested };
}

/** How many tests were not made, and why: the most frequent reason first. */
function untestedLine({ untested }: CountedTests): string {
  if (untested.size === 0) return '';
  const reasons = [...untested].sort(([, one], [, other]) => other - one);
  const all = reasons.reduce((sum, [, n]) => sum + n, 0);
  const list = bothOf((language) =>
    reasons.map(([reason, n]) => `${describeUntested(reason, language)} — ${count(n)[language]}`).join('; '),
  );
  const line = both(
    `Не ${pluralRu(all, 'сделана', 'сделаны', 'сделано')} ${count(all).ru} ${pluralRu(all, 'проверка', 'проверки', 'проверок')}: ${list.ru}.`,
    `${count(all).en} ${pluralEn(all, 'test was', 'tests were')} not made: ${list.en}.`,
  );
  return `<p class="note">${say(line)}</p>`;
}

function ownPart(own: CountedTests, input: ReportInput): string {
  const { tested, flagged } = own;
  const gaps = untestedLine(own);
  const title = `<h3>${say(both('Собственные проверки программы', 'The program’s own tests'))}</h3>`;
  if (tested === 0) {
    return `${title}<p>${say(both('Проверить нечего: нет баллов или отметок по школам, с которыми можно сравнить.', 'Nothing can be tested: there are no totals or marks by school to compare.'))}</p>${gaps}`;
  }
  const tests = count(tested);
  const checked = both(
    `${pluralRu(tested, 'Сделана', 'Сделаны', 'Сделано')} ${tests.ru} ${pluralRu(tested, 'проверка', 'проверки', 'проверок')}; отмечено результатов: ${count(flagged.length).ru}.`,
    `${tests.en} ${pluralEn(tested, 'test was', 'tests were')} made; results flagged: ${count(flagged.length).en}.`,
  );
  const figures = both(
    `Среди отмеченных ложных не больше 5\u00a0% в среднем (Бенджамини — Хохберг). p — как часто такое бывает случайно там, где ничего необычного нет; q — p с поправкой на число проверок; у критериев Стюарта — Максвелла и Боукера и у наклона поправлено большее из двух p: своё и то, которым признак подтверждается (сдвиг отметок, наклон без одного раздела).`,
    `Of those flagged at most 5% are false on average (Benjamini & Hochberg). p: how often chance alone gives such a figure where nothing is unusual; q: p adjusted for the number of tests; of Stuart–Maxwell, Bowker and the slope the larger of two p is adjusted, their own and that which bears the marker out (the shift of marks, the slope without one section).`,
  );
  if (flagged.length === 0) return `${title}<p>${say(checked)}</p>${gaps}`;
  const caption = both('Возможные признаки', 'Possible markers');
  const rows = flagged.map(
    (outcome) =>
      `<tr>${schoolCell(outcome.school, input)}<td>${say(workOf(outcome, input))}</td><td>${say(bothOf((language) => describeOwnOutcome(outcome, language)))}</td></tr>`,
  );
  const kinds = [...new Set(flagged.map(({ test }) => test))];
  return `${title}<p>${say(checked)}</p>${table(caption, [SCHOOL, WORK, sortable(both('Что необычно', 'What is unusual'), false)], rows, caption)}
${kinds.map((kind) => aboutTest(kind)).join('')}<p class="note">${say(figures)}</p>${gaps}`;
}

/** How a test compares, what else gives such figures, and how to look further. */
function aboutTest(kind: Parameters<typeof describeTest>[0]): string {
  const line = (name: Both, of: Both) => `<p><strong>${say(name)}</strong> ${say(of)}</p>`;
  return `<details class="paper"><summary>${say(bothOf((language) => describeTest(kind, language).name))}</summary>${line(
    both('Как сравнивали.', 'How it was compared.'),
    bothOf((language) => sentence(describeTest(kind, language).method)),
  )}${line(
    both('Что ещё даёт такие же числа:', 'What else gives such figures:'),
    bothOf((language) => sentence(describeTest(kind, language).exclusions.join('; '))),
  )}${line(
    both('Как проверить.', 'How to check.'),
    bothOf((language) => describeTest(kind, language).check),
  )}</details>`;
}

function officialPart({ official, rules }: Objectivity, input: ReportInput): string {
  const title = `<h3>${say(both('Официальная методика', 'The official method'))}</h3>`;
  const source = `<p class="note">${say(both(`Источник: ${rules.official.source}.`, `Source: ${rules.official.source}.`))}</p>`;
  const strong = `<p class="note">${say(both('Порог методики — весь регион вместе, поэтому в большом регионе в списке оказывается и каждая сильная школа.', 'The method holds schools against the region as a whole, so in a large region every strong school is listed too.'))}</p>`;
  if (official.length === 0) {
    return `${title}<p>${say(both('Ни одной работы, которую смотрит методика (русский язык и математика, ВПР 4 и 5 классов, ОГЭ), в данных нет.', 'There is no work that the method looks at (Russian and mathematics, ВПР of grades 4 and 5, ОГЭ).'))}</p>${source}`;
  }
  return `${title}${strong}${official.map((of) => ofRegion(of, input)).join('')}${source}`;
}

function ofRegion(
  { region, schoolYear, schools, marked, index, outcomes }: OfficialRegion,
  input: ReportInput,
): string {
  const place = [region, schoolYear].filter((part) => part !== '').join(', ');
  const caption = both(`Школы с маркерами: ${place}`, `Schools with markers: ${place}`);
  const computed = outcomes.filter(({ result }) => result.kind === 'computed').length;
  const isWhole = computed === outcomes.length;
  const [indexRu, indexEn] = [formatNumber(index, 'ru', 1), formatNumber(index, 'en', 1)];
  const found = both(
    `${place}: с маркерами ${count(marked.length).ru} из ${count(schools.length).ru} ${pluralRu(schools.length, 'школы', 'школ', 'школ')}`,
    `${place}: ${count(marked.length).en} of ${count(schools.length).en} ${pluralEn(schools.length, 'school', 'schools')} ${pluralEn(marked.length, 'has', 'have')} markers`,
  );
  // Markers that are not computed could only lower it.
  const line = isWhole
    ? both(
        `${found.ru}; показатель объективности ${indexRu} из 100.`,
        `${found.en}; index of objectivity ${indexEn} of 100.`,
      )
    : both(
        `${found.ru}. Показатель объективности неполный, не выше ${indexRu} из 100: из маркеров всех школ ${pluralRu(computed, 'посчитан', 'посчитаны', 'посчитано')} ${count(computed).ru} из ${count(outcomes.length).ru}, для остальных нет данных (каких — в objectivity.csv).`,
        `${found.en}. The index of objectivity is incomplete, ${indexEn} of 100 at most: of the markers of all schools ${count(computed).en} of ${count(outcomes.length).en} were computed, the others lack data (objectivity.csv says which).`,
      );
  const rows = outcomes.flatMap((outcome) =>
    outcome.result.kind === 'computed' && outcome.result.marked ? [markedRow(outcome, input)] : [],
  );
  const markers = both(
    `${count(rows.length).ru} ${pluralRu(rows.length, 'маркер', 'маркера', 'маркеров')} у ${count(marked.length).ru} ${pluralRu(marked.length, 'школы', 'школ', 'школ')}`,
    `${count(rows.length).en} ${pluralEn(rows.length, 'marker', 'markers')} of ${count(marked.length).en} ${pluralEn(marked.length, 'school', 'schools')}`,
  );
  const list =
    rows.length === 0
      ? ''
      : table(caption, [SCHOOL, sortable(both('Маркер', 'Marker'), false)], rows, caption);
  return `<p>${say(line)}</p>${rows.length > OPEN_ROWS ? `<details class="paper"><summary>${say(both(`${caption.ru} (${markers.ru})`, `${caption.en} (${markers.en})`))}</summary>${list}</details>` : list}`;
}

function markedRow(outcome: OfficialOutcome, input: ReportInput): string {
  return `<tr>${schoolCell(outcome.school, input)}<td>${say(bothOf((language) => describeOfficialOutcome(outcome, language)))}</td></tr>`;
}

/** More rows are folded. */
const OPEN_ROWS = 20;
const SCHOOL = sortable(both('Школа', 'School'), false);
const WORK = sortable(both('Работа', 'Work'), false);

function schoolCell(school: string, { schoolNames }: ReportInput): string {
  const name = schoolNames.get(school);
  return `<th scope="row">${escapeHtml(name ?? school)}${name === undefined ? '' : ` <span class="none">${escapeHtml(school)}</span>`}</th>`;
}

function workOf({ assessment, schoolYear }: OwnOutcome, { analysis }: ReportInput): Both {
  const work = analysis.assessments.find(({ id }) => id === assessment);
  return work === undefined
    ? both(assessment ?? schoolYear, assessment ?? schoolYear)
    : workTitle(work, analysis);
}

function bothOf(text: (language: 'ru' | 'en') => string): Both {
  return both(text('ru'), text('en'));
}

function sentence(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}

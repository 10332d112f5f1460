import type { TestResult } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import { maxTotal } from '@orientir/core/assessment';
import type { Figure } from '@orientir/core/foundation';
import { known, missing } from '@orientir/core/foundation';
import { escapeHtml } from '../geometry/render-string.js';
import type { ReportInput } from './report-input.js';
import { named, sortable, table } from './table.js';
import type { Both } from './text.js';
import { both, count, countCell, figureCell, number, say, share } from './text.js';

/** Schools shown openly; beyond that they stand under their municipalities, to be opened. */
const OPEN_SCHOOLS = 60;

/** Municipalities and schools of one work. Empty when the input names neither. */
export function schoolsTable(assessment: Assessment, { analysis, schoolNames }: ReportInput): string {
  const tests = analysis.testResults.filter((test) => test.assessment === assessment.id && test.wrote > 0);
  const municipalities = tests.filter(({ level }) => level === 'municipality');
  const schools = tests.filter(({ level }) => level === 'school');
  if (schools.length === 0 && municipalities.length === 0) return '';
  const max = maxTotal(assessment);
  const render = (of: readonly TestResult[], first: Both, caption: Both) =>
    table(
      caption,
      heads(first),
      of.map((test) => row(test, schoolNames, max)),
      named(caption, assessment, analysis),
    );
  const note = both(
    'В малых школах доли во многом случайны: 2 из 6 и 20 из 60 — одинаковый процент, но разная уверенность. Порядок строк — не рейтинг.',
    'In small schools shares are largely chance: 2 of 6 and 20 of 60 are the same share, but not the same certainty. The order of rows is no ranking.',
  );
  const bySchool = both('Школа', 'School');
  const parts: string[] = [];
  if (municipalities.length > 1)
    parts.push(
      render(municipalities, both('Муниципалитет', 'Municipality'), both('Муниципалитеты', 'Municipalities')),
    );
  if (schools.length > OPEN_SCHOOLS && municipalities.length > 1) {
    for (const { unit } of municipalities) {
      const own = schools.filter(({ parent }) => parent?.unit === unit);
      if (own.length === 0) continue;
      parts.push(
        `<details class="list"><summary>${escapeHtml(unit)} (${say(count(own.length))})</summary>${render(own, bySchool, both(unit, unit))}</details>`,
      );
    }
    const others = schools.filter(({ parent }) => !municipalities.some(({ unit }) => unit === parent?.unit));
    if (others.length > 0)
      parts.push(
        render(others, bySchool, both('Школы без муниципалитета', 'Schools without a municipality')),
      );
  } else if (schools.length > 0) {
    parts.push(render(schools, bySchool, both('Школы', 'Schools')));
  }
  return `<h3>${say(both('Как написали школы?', 'How did the schools do?'))}</h3><p class="note">${say(note)}</p>${parts.join('')}`;
}

function heads(first: Both): readonly string[] {
  return [
    sortable(first, false),
    sortable(both('Писали', 'Wrote')),
    sortable(both('Средний балл', 'Mean total')),
    sortable(both('Доля от максимума', 'Share of maximum')),
    ...['«2»', '«3»', '«4»', '«5»'].map((mark) => sortable(both(mark, mark))),
    sortable(both('Успевае­мость', 'Pass share')),
    sortable(both('Качество', 'Marks 4, 5')),
    sortable(both('Подтвер­дили', 'Confirmed')),
  ];
}

function row(test: TestResult, names: ReadonlyMap<string, string>, max: number | undefined): string {
  const name = names.get(test.unit);
  const ofMaximum: Figure =
    max === undefined || max === 0
      ? missing('max-unknown')
      : test.mean.kind === 'known'
        ? known(test.mean.estimate / max, test.mean.n)
        : test.mean;
  const marks = ([2, 3, 4, 5] as const).map((mark) => figureCell(test.markShares[mark], share)).join('');
  return `<tr><th scope="row">${escapeHtml(name ?? test.unit)}${name === undefined ? '' : ` <span class="none">${escapeHtml(test.unit)}</span>`}</th>${countCell(test.wrote)}${figureCell(test.mean, (value) => number(value, 1))}${figureCell(ofMaximum, share)}${marks}${figureCell(test.passShare, share)}${figureCell(test.qualityShare, share)}${figureCell(test.confirmed, share)}</tr>`;
}

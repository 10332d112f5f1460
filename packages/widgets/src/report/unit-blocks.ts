/**
 * A municipality or a school in a few lines.
 *
 * @module
 */
import type { Finding, ItemResult, TestResult, UnitEvidence } from '@orientir/core/analysis';
import { isWholeWork } from '@orientir/core/analysis';
import { pluralEn, pluralRu } from '@orientir/core/foundation';
import { besideSign } from './class-sign.js';
import { earlierLine } from './earlier-line.js';
import { itemsNamed, pupils, unitWord, verdictSign } from './report-words.js';
import type { WorkContext } from './teach-again-context.js';
import { bySkill, careWord, described, sectionWord } from './teach-again-context.js';
import type { Both } from './text.js';
import { both, count, intervalOf, say, share } from './text.js';
import { weakerLine } from './weaker-items.js';

/** School × work blocks in one page; beyond that the tables have them. */
const MOST_SCHOOLS = 1200;

/** Schools under their municipalities; those too small for statements are counted, not listed. */
export function schoolBlocks(schools: readonly TestResult[], context: WorkContext): string {
  const { input } = context;
  if (schools.length === 0) return '';
  const { minPupils } = input.analysis.rules;
  const large = schools.filter(({ wrote }) => wrote >= minPupils);
  const small = schools.length - large.length;
  const allowed = Math.floor(MOST_SCHOOLS / Math.max(1, input.analysis.assessments.length));
  const shown = large.slice(0, allowed);
  const blocks = shown.map(
    (test) =>
      `<details><summary>${say(unitWord(test.unit, input.schoolNames))}</summary>${unitBlock(test, context)}</details>`,
  );
  const smallNote =
    small === 0
      ? ''
      : `<p class="note">${say(
          both(
            `Ещё в ${count(small).ru} ${pluralRu(small, 'школе', 'школах', 'школах')} писали меньше ${count(minPupils).ru} ${pluralRu(minPupils, 'ученика', 'учеников', 'учеников')}: для отдельных выводов этого мало.`,
            `In ${count(small).en} more ${pluralEn(small, 'school', 'schools')} fewer than ${count(minPupils).en} ${pluralEn(minPupils, 'pupil', 'pupils')} wrote: too few for statements of their own.`,
          ),
        )}</p>`;
  const more =
    large.length > shown.length
      ? `<p class="note">${say(both(`Показаны ${count(shown.length).ru} из ${count(large.length).ru} ${pluralRu(large.length, 'школы', 'школ', 'школ')}; все — в sections.csv и findings.json.`, `${count(shown.length).en} of ${count(large.length).en} schools are shown; all are in sections.csv and findings.json.`))}</p>`
      : '';
  return `<details class="list"><summary>${say(both(`Школы (${count(schools.length).ru})`, `Schools (${count(schools.length).en})`))}</summary>${blocks.join('')}${more}${smallNote}</details>`;
}

/** A group in a few lines. */
export function unitBlock(test: TestResult, context: WorkContext): string {
  const { assessment, input, evidence } = context;
  const of = evidence.of(assessment.id, test);
  const results = input.analysis.itemResults.of(assessment.id, test);
  const [subject, common] = bySkill(of.low, assessment);
  const lines = [
    ...lowLine(subject, results, context, both('Повторить', 'Teach again')),
    ...earlierLine(of, assessment),
    ...lowLine(common, results, context, both('Метапредметные умения', 'Common skills')),
    ...weakerLine(of.weaker, assessment),
    ...notTaughtLine(results),
  ];
  if (of.low.length === 0) {
    lines.push(
      both(
        'Ни об одном задании нельзя уверенно сказать, что оно решено недостаточно.',
        'Of no item it can be said with confidence that it is not sufficiently solved.',
      ),
    );
  }
  return `<ul class="findings">${[...sectionLines(of, test), ...lines.map(say)].map((line) => `<li>${line}</li>`).join('')}</ul>`;
}

/** As HTML: what the verdict is stands in front as a shape. */
function sectionLines({ sections }: UnitEvidence, { wrote }: TestResult): readonly string[] {
  const shown = sections.filter(({ verdict }) => verdict !== 'folded');
  if (shown.length === 0)
    return [say(both(`Писали ${pupils(wrote).ru}.`, `${pupils(wrote).en} wrote the work.`))];
  return shown.map((section) => {
    const word = sectionWord(section);
    if (section.solveRate.kind === 'missing')
      return say(both(`${word.ru}: нет данных.`, `${word.en}: no data.`));
    const rate = share(section.solveRate.estimate);
    const interval = intervalOf(section.solveRate);
    const items = isWholeWork(section) ? both('', '') : itemsNamed(section.items);
    const about = (text: string) => (text === '' ? '' : ` (${text})`);
    const sign = section.verdict === undefined ? undefined : verdictSign(section.verdict);
    const line = both(
      `${word.ru}${about(items.ru)}: ${rate.ru}${interval === undefined ? '' : ` (${interval.ru})`}, ${pupils(section.n).ru}${sign === undefined ? '' : `; ${sign.words.ru}`}.`,
      `${word.en}${about(items.en)}: ${rate.en}${interval === undefined ? '' : ` (${interval.en})`}, ${pupils(section.n).en}${sign === undefined ? '' : `; ${sign.words.en}`}.`,
    );
    return sign === undefined ? say(line) : besideSign(sign.shape, say(line));
  });
}

/** Items whose topic was not taught yet: they leave the solve rate, so nothing else would tell of them. */
function notTaughtLine(results: readonly ItemResult[]): readonly Both[] {
  const untaught = results.flatMap(({ item, notTaught = 0 }) => (notTaught > 0 ? [{ item, notTaught }] : []));
  if (untaught.length === 0) return [];
  const noun = both(
    pluralRu(untaught.length, 'задание', 'задания', 'задания'),
    pluralEn(untaught.length, 'item', 'items'),
  );
  const parts = untaught.map(({ item, notTaught }) =>
    both(`${item} (${pupils(notTaught).ru})`, `${item} (${pupils(notTaught).en})`),
  );
  return [
    both(
      `Тему ещё не проходили: ${noun.ru} ${parts.map(({ ru }) => ru).join('; ')}.`,
      `Topic not taught yet: ${noun.en} ${parts.map(({ en }) => en).join('; ')}.`,
    ),
  ];
}

function lowLine(
  low: readonly Finding[],
  results: readonly ItemResult[],
  { assessment, evidence }: WorkContext,
  start: Both,
): readonly Both[] {
  if (low.length === 0) return [];
  const parts = low.map((finding) => {
    const item = described(finding.item, assessment);
    const solveRate = results.find((of) => of.item === finding.item)?.solveRate;
    const rate = solveRate?.kind === 'known' ? share(solveRate.estimate) : both('–', '–');
    const interval = solveRate === undefined ? undefined : intervalOf(solveRate);
    const about =
      item?.section === undefined ? both('', '') : both(` «${item.section}»`, ` “${item.section}”`);
    const care = careWord(finding, evidence);
    return both(
      `${finding.item ?? ''}${about.ru} — ${rate.ru}${interval === undefined ? '' : ` (${interval.ru})`}${care.ru}`,
      `${finding.item ?? ''}${about.en}: ${rate.en}${interval === undefined ? '' : ` (${interval.en})`}${care.en}`,
    );
  });
  const noun = both(
    pluralRu(low.length, 'задание', 'задания', 'задания'),
    pluralEn(low.length, 'item', 'items'),
  );
  return [
    both(
      `${start.ru}: ${noun.ru} ${parts.map((part) => part.ru).join('; ')}.`,
      `${start.en}: ${noun.en} ${parts.map((part) => part.en).join('; ')}.`,
    ),
  ];
}

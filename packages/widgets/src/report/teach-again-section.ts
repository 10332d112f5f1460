/**
 * «Что повторить»: sections and items that need help, for all, municipalities and schools.
 *
 * @module
 */
import type { EvidenceByUnit, Finding, TestResult } from '@orientir/core/analysis';
import { isWholeWork } from '@orientir/core/analysis';
import type { Assessment } from '@orientir/core/assessment';
import { escapeHtml } from '../geometry/render-string.js';
import { saySign } from './class-sign.js';
import { earlierLine } from './earlier-line.js';
import type { ReportInput } from './report-input.js';
import { codesOf, itemsNamed, levelWord, sureness, unitWord, verdictSign } from './report-words.js';
import { named, table, workTitle } from './table.js';
import type { WorkContext } from './teach-again-context.js';
import { bySkill, careWord, described, sectionWord } from './teach-again-context.js';
import type { Both } from './text.js';
import { both, countCell, figureCell, intervalOf, say, share } from './text.js';
import { schoolBlocks, unitBlock } from './unit-blocks.js';
import { weakerTable } from './weaker-items.js';

/** All works, one after the other. */
export function teachAgainSection(input: ReportInput, evidence: EvidenceByUnit): string {
  const works = input.analysis.assessments
    .map((assessment) => ofWork(assessment, input, evidence))
    .join('\n');
  return `<section id="again"><h2>${say(both('Что повторить', 'What to teach again'))}</h2>
<p class="note">${say(
    both(
      'Разделы стоят по силе доказательств: вероятность, что решаемость ниже границы, умноженная на число учеников. Если данных мало, так и сказано.',
      'Sections stand in the order of evidence: the probability that the solve rate is below the border times the pupils concerned. Where the data do not decide, it is said.',
    ),
  )}</p>
${works}</section>`;
}

function ofWork(assessment: Assessment, input: ReportInput, evidence: EvidenceByUnit): string {
  const { analysis, schoolNames } = input;
  const tests = analysis.testResults.filter(
    (test) => test.assessment === assessment.id && test.wrote > 0 && test.level !== 'class',
  );
  const all = tests.find(({ level }) => level === 'all');
  if (all === undefined) return '';
  // A region that is all there is would say everything twice.
  const parts = tests.filter(({ wrote }) => wrote < all.wrote);
  const regions = parts.filter(({ level }) => level === 'region');
  const municipalities = parts.filter(({ level }) => level === 'municipality');
  const schools = parts.filter(({ level }) => level === 'school');
  const context: WorkContext = { assessment, input, evidence };
  const opened = (test: TestResult) =>
    `<details><summary>${say(unitWord(test.unit, schoolNames))}</summary>${unitBlock(test, context)}</details>`;
  return `<section data-work="${escapeHtml(assessment.id)}"><h3>${say(workTitle(assessment, input.analysis))}</h3>
${sectionsTable(all, context)}${foldedNote(all, context)}
${itemTables(all, context)}
${earlierLine(evidence.of(assessment.id, all), assessment)
  .map((line) => `<p>${say(line)}</p>`)
  .join('')}
${weakerTable([...regions, ...municipalities, ...schools], context)}
${[...regions, ...municipalities].map(opened).join('')}${schoolBlocks(schools, context)}
</section>`;
}

/** The whole work and the sections that may be told apart, with figures. */
function sectionsTable(group: TestResult, { assessment, input, evidence }: WorkContext): string {
  const { sections } = evidence.of(assessment.id, group);
  const shown = sections.filter(({ verdict }) => verdict !== 'folded');
  if (shown.length === 0) {
    return `<p>${say(
      both(
        'Разделы программы в описании работы не названы, поэтому ниже только задания.',
        'The description of the work names no sections, so there are items only.',
      ),
    )}</p>`;
  }
  const head = (ru: string, en: string, numeric = false) =>
    `<th scope="col"${numeric ? ' class="n"' : ''}>${say(both(ru, en))}</th>`;
  return table(
    both(
      'Вывод делается, только если весь интервал лежит по одну сторону границ.',
      'A verdict is given only where the whole interval lies on one side of the borders.',
    ),
    [
      head('Раздел', 'Section'),
      head('Задания', 'Items'),
      head('Учеников', 'Pupils', true),
      head('Решаемость', 'Solve rate', true),
      head('95-процентный интервал', '95% interval', true),
      head('Вывод', 'Verdict'),
      head('Вероятность, что недостаточно', 'Probability of not sufficient', true),
    ],
    shown.map((section) => {
      const interval = intervalOf(section.solveRate);
      return `<tr><th scope="row">${say(sectionWord(section))}</th><td>${escapeHtml(isWholeWork(section) ? '' : section.items.join(', '))}</td>${countCell(section.n)}${figureCell(section.solveRate, share)}<td class="n">${interval === undefined ? '–' : say(interval)}</td><td>${section.verdict === undefined ? '–' : saySign(verdictSign(section.verdict))}</td><td class="n">${section.probability === undefined ? '–' : say(sureness(section.probability))}</td></tr>`;
    }),
    named(both('Разделы', 'Sections'), assessment, input.analysis),
  );
}

/** Said once for a work: it depends on the work, not on the group. */
function foldedNote(group: TestResult, { assessment, evidence }: WorkContext): string {
  const folded = evidence.of(assessment.id, group).sections.filter(({ verdict }) => verdict === 'folded');
  const lines = REASONS.flatMap(([reason, ru, en]) => {
    const of = folded.filter(({ guard }) => guard?.reason === reason);
    if (of.length === 0) return [];
    const list = of.map((section) => {
      const word = sectionWord(section);
      const items = itemsNamed(section.items);
      return both(`«${word.ru}» (${items.ru})`, `“${word.en}” (${items.en})`);
    });
    return [
      `<p>${say(both(`${ru}: ${list.map((text) => text.ru).join(', ')}.`, `${en}: ${list.map((text) => text.en).join(', ')}.`))}</p>`,
    ];
  });
  return lines.join('');
}

const REASONS: readonly (readonly [reason: string, ru: string, en: string])[] = [
  [
    'total-says-more',
    'Отдельно не оцениваем: о знаниях ученика в этих разделах вся работа говорит не меньше, чем сам раздел (правило Хабермана, 2008)',
    'Not judged apart: the whole work says no less about a pupil’s knowledge here than the section itself (Haberman, 2008)',
  ],
  [
    'one-item',
    'Отдельно не оцениваем, в разделе одно задание, и смотреть нужно на него',
    'Not judged apart, the section is one item, so look at the item',
  ],
  [
    'no-reliability',
    'Отдельно не оцениваем, задания внутри раздела не связаны друг с другом',
    'Not judged apart, the items of the section do not go together',
  ],
];

/** Subject and metasubject items apart, as the practice asks for. */
function itemTables(group: TestResult, context: WorkContext): string {
  const { assessment, evidence } = context;
  const { low } = evidence.of(assessment.id, group);
  const [subject, common] = bySkill(low, assessment);
  const heading = (text: Both) => `<h4>${say(text)}</h4>`;
  const plain = (ru: string, en: string) => `<p>${say(both(ru, en))}</p>`;
  const marked = assessment.items.some(({ skill }) => skill !== undefined);
  const first = heading(
    both('Предметные задания с низкой решаемостью', 'Subject items with a low solve rate'),
  );
  const second = heading(
    both('Метапредметные задания с низкой решаемостью', 'Items on common skills with a low solve rate'),
  );
  return `${first}${
    subject.length === 0
      ? plain(
          'Таких нет: ни об одном из них нельзя уверенно сказать, что оно решено недостаточно.',
          'None: of no item it can be said with confidence that it is not sufficiently solved.',
        )
      : itemsTable(subject, group, context, both('Предметные задания', 'Subject items'))
  }${second}${
    common.length > 0
      ? itemsTable(common, group, context, both('Метапредметные задания', 'Items on common skills'))
      : marked
        ? plain('Таких нет.', 'None.')
        : plain(
            'В описании работы не отмечено, какие задания метапредметные; все отнесены к предметным.',
            'The description of the work does not say which items check common skills; all stand among the subject items.',
          )
  }`;
}

function itemsTable(
  low: readonly Finding[],
  group: TestResult,
  { assessment, input, evidence }: WorkContext,
  name: Both,
): string {
  const results = input.analysis.itemResults.of(assessment.id, group);
  const hasCodes = low.some(({ item }) => codesOf(described(item, assessment), assessment) !== '');
  const head = (ru: string, en: string, numeric = false) =>
    `<th scope="col"${numeric ? ' class="n"' : ''}>${say(both(ru, en))}</th>`;
  const rows = low.map((finding) => {
    const item = described(finding.item, assessment);
    const result = results.find((of) => of.item === finding.item);
    const interval = result === undefined ? undefined : intervalOf(result.solveRate);
    return `<tr><th scope="row">${escapeHtml(finding.item ?? '')}${say(careWord(finding, evidence))}</th><td>${escapeHtml(item?.section ?? '–')}</td><td>${say(levelWord(item?.level))}</td>${hasCodes ? `<td>${escapeHtml(codesOf(item, assessment))}</td>` : ''}${countCell(result?.n ?? 0)}${result === undefined ? '<td></td>' : figureCell(result.solveRate, share)}<td class="n">${interval === undefined ? '–' : say(interval)}</td><td class="n">${finding.probability === undefined ? '–' : say(sureness(finding.probability))}</td></tr>`;
  });
  return table(
    both(
      'Задания, решаемость которых с вероятностью не меньше 90\u00a0% ниже границы своего уровня.',
      'Items whose solve rate is below the border of their level with a probability of at least 90%.',
    ),
    [
      head('Задание', 'Item'),
      head('Раздел', 'Section'),
      head('Уровень', 'Level'),
      ...(hasCodes ? [head('Коды', 'Codes')] : []),
      head('Учеников', 'Pupils', true),
      head('Решаемость', 'Solve rate', true),
      head('95-процентный интервал', '95% interval', true),
      head('Вероятность, что недостаточно', 'Probability of not sufficient', true),
    ],
    rows,
    named(name, assessment, input.analysis),
  );
}

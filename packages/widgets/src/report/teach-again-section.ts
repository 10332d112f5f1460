/**
 * «Что повторить»: sections and items that need help, for all, municipalities and schools.
 *
 * @module
 */
import type {
  ComparisonResult,
  EvidenceByUnit,
  Finding,
  ItemResult,
  SectionResult,
  TestResult,
  UnitEvidence,
} from '@orientir/core/analysis';
import type { Assessment, Item } from '@orientir/core/assessment';
import { pluralEn, pluralRu } from '@orientir/core/foundation';
import { escapeHtml } from '../geometry/render-string.js';
import type { ReportInput } from './report-input.js';
import {
  codesOf,
  itemsNamed,
  levelWord,
  percentPoints,
  pupils,
  qWord,
  sureness,
  unitWord,
  verdictWord,
} from './report-words.js';
import { named, table, workTitle } from './table.js';
import type { Both } from './text.js';
import { both, count, countCell, figureCell, intervalOf, say, share } from './text.js';

/** School × work blocks in one page; beyond that the tables have them. */
const MOST_SCHOOLS = 1200;
/** Rows of the list of weaker items of one work. */
const MOST_WEAKER = 60;

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
  return `<section data-work="${escapeHtml(assessment.id)}"><h3>${say(workTitle(assessment))}</h3>
${sectionsTable(all, context)}${foldedNote(all, context)}
${itemTables(all, context)}
${weakerTable([...regions, ...municipalities, ...schools], context)}
${[...regions, ...municipalities].map(opened).join('')}${schoolBlocks(schools, context)}
</section>`;
}

interface WorkContext {
  readonly assessment: Assessment;
  readonly input: ReportInput;
  readonly evidence: EvidenceByUnit;
}

/** The whole work and the sections that may be told apart, with figures. */
function sectionsTable(group: TestResult, { assessment, evidence }: WorkContext): string {
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
      return `<tr><th scope="row">${say(sectionWord(section))}</th><td>${escapeHtml(isWhole(section) ? '' : section.items.join(', '))}</td>${countCell(section.n)}${figureCell(section.solveRate, share)}<td class="n">${interval === undefined ? '–' : say(interval)}</td><td>${say(verdictWord(section.verdict))}</td><td class="n">${section.probability === undefined ? '–' : say(sureness(section.probability))}</td></tr>`;
    }),
    named(both('Разделы', 'Sections'), assessment),
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

function sectionWord(section: SectionResult): Both {
  if (isWhole(section)) return both('Работа в целом', 'The work as a whole');
  const name = section.section;
  if (section.skill !== 'metasubject')
    return name === '' ? both('Предметные задания', 'Subject items') : both(name, name);
  return name === ''
    ? both('Метапредметные задания', 'Items on common skills')
    : both(`${name}, метапредметные`, `${name}, common skills`);
}

function isWhole({ section, skill }: SectionResult): boolean {
  return section === '' && skill === undefined;
}

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
          'Таких нет: ни об одном задании нельзя уверенно сказать, что оно решено недостаточно.',
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

function bySkill(
  low: readonly Finding[],
  assessment: Assessment,
): readonly [readonly Finding[], readonly Finding[]] {
  const common = new Set(assessment.items.flatMap(({ id, skill }) => (skill === 'metasubject' ? [id] : [])));
  const isCommon = ({ item }: Finding) => item !== undefined && common.has(item);
  return [low.filter((finding) => !isCommon(finding)), low.filter(isCommon)];
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
      'Задания, решаемость которых с вероятностью не меньше 90 % ниже границы своего уровня.',
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
    named(name, assessment),
  );
}

function described(item: string | undefined, assessment: Assessment): Item | undefined {
  return assessment.items.find(({ id }) => id === item);
}

/** Of municipalities and schools together: there are few, and they are worth a look of their own. */
function weakerTable(groups: readonly TestResult[], { assessment, input, evidence }: WorkContext): string {
  const weaker = groups.flatMap((group) => evidence.of(assessment.id, group).weaker);
  const heading = `<h4>${say(both('Здесь слабее, чем объясняет общий уровень', 'Weaker here than the general level explains'))}</h4>`;
  if (weaker.length === 0) {
    return `${heading}<p>${say(
      groups.length === 0
        ? both(
            'Сравнить не с кем: других групп в данных нет.',
            'There is nobody to compare with: the data hold no other groups.',
          )
        : both(
            'Таких заданий не найдено: где решают хуже, там хуже и работа в целом.',
            'None was found: where an item is solved less well, so is the work as a whole.',
          ),
    )}</p>`;
  }
  const sorted = [...weaker].sort((one, other) => (one.netQ ?? 1) - (other.netQ ?? 1));
  const head = (ru: string, en: string, numeric = false) =>
    `<th scope="col"${numeric ? ' class="n"' : ''}>${say(both(ru, en))}</th>`;
  const more =
    weaker.length > MOST_WEAKER
      ? `<p class="note">${say(both(`Показаны ${count(MOST_WEAKER).ru} из ${count(weaker.length).ru}; все — в comparisons.csv.`, `${count(MOST_WEAKER).en} of ${count(weaker.length).en} are shown; all are in comparisons.csv.`))}</p>`
      : '';
  return `${heading}${table(
    both(
      'Сравниваются ученики с одинаковой суммой баллов. Причина может быть в программе, учебнике или сроках изучения темы. Даже если бы школы не различались, случайно в список попала бы примерно каждая двадцатая.',
      'Pupils with the same total are compared. Curriculum, textbook or the time when the topic is taught may be the reason. Even if schools did not differ, about one of twenty would be in the list by chance.',
    ),
    [
      head('Где', 'Where'),
      head('Задание', 'Item'),
      head('С кем сравниваем', 'Compared with'),
      head('Ниже на', 'Lower by', true),
      head('q', 'q', true),
    ],
    sorted.slice(0, MOST_WEAKER).map((of) => {
      const { netDifference } = of;
      const by = netDifference.kind === 'known' ? percentPoints(netDifference.estimate) : both('–', '–');
      return `<tr><th scope="row">${say(unitWord(of.unit, input.schoolNames))}</th><td>${escapeHtml(of.item)}</td><td>${say(comparatorWord(of))}</td><td class="n">${say(by)}</td><td class="n">${say(qOnly(of.netQ ?? 1))}</td></tr>`;
    }),
    named(both('Здесь слабее, чем объясняет общий уровень', 'Weaker than the level explains'), assessment),
  )}${more}`;
}

function qOnly(q: number): Both {
  const { ru, en } = qWord(q);
  return both(ru.replace(/^q\u00a0(=\u00a0)?/, ''), en.replace(/^q\u00a0(=\u00a0)?/, ''));
}

function comparatorWord({ comparator }: ComparisonResult): Both {
  return COMPARATORS[comparator] ?? both(comparator, comparator);
}

const COMPARATORS: Readonly<Record<string, Both>> = {
  municipality: both('остальные школы муниципалитета', 'the other schools of the municipality'),
  region: both('остальные школы региона', 'the other schools of the region'),
  country: both('остальные школы страны', 'the other schools of the country'),
  all: both('все остальные', 'all others'),
  similar: both('школы со схожими условиями', 'schools of similar conditions'),
};

/** Schools under their municipalities; those too small for statements are counted, not listed. */
function schoolBlocks(schools: readonly TestResult[], context: WorkContext): string {
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
            `Ещё в ${count(small).ru} ${pluralRu(small, 'школе', 'школах', 'школах')} писали меньше ${count(minPupils).ru} учеников: для отдельных выводов этого мало.`,
            `In ${count(small).en} more ${pluralEn(small, 'school', 'schools')} fewer than ${count(minPupils).en} pupils wrote: too few for statements of their own.`,
          ),
        )}</p>`;
  const more =
    large.length > shown.length
      ? `<p class="note">${say(both(`Показаны ${count(shown.length).ru} из ${count(large.length).ru} школ; все — в sections.csv и findings.json.`, `${count(shown.length).en} of ${count(large.length).en} schools are shown; all are in sections.csv and findings.json.`))}</p>`
      : '';
  return `<details class="list"><summary>${say(both(`Школы (${count(schools.length).ru})`, `Schools (${count(schools.length).en})`))}</summary>${blocks.join('')}${more}${smallNote}</details>`;
}

/** A group in a few lines. */
function unitBlock(test: TestResult, context: WorkContext): string {
  const { assessment, input, evidence } = context;
  const of = evidence.of(assessment.id, test);
  const results = input.analysis.itemResults.of(assessment.id, test);
  const [subject, common] = bySkill(of.low, assessment);
  const lines = [
    ...sectionLines(of, test),
    ...lowLine(subject, results, context, both('Повторить', 'Teach again')),
    ...lowLine(common, results, context, both('Метапредметные умения', 'Common skills')),
    ...weakerLine(of.weaker),
  ];
  if (of.low.length === 0) {
    lines.push(
      both(
        'Ни об одном задании нельзя уверенно сказать, что оно решено недостаточно.',
        'Of no item it can be said with confidence that it is not sufficiently solved.',
      ),
    );
  }
  return `<ul class="findings">${lines.map((line) => `<li>${say(line)}</li>`).join('')}</ul>`;
}

function sectionLines({ sections }: UnitEvidence, { wrote }: TestResult): Both[] {
  const shown = sections.filter(({ verdict }) => verdict !== 'folded');
  if (shown.length === 0) return [both(`Писали ${pupils(wrote).ru}.`, `${pupils(wrote).en} wrote the work.`)];
  return shown.map((section) => {
    const word = sectionWord(section);
    if (section.solveRate.kind === 'missing') return both(`${word.ru}: нет данных.`, `${word.en}: no data.`);
    const rate = share(section.solveRate.estimate);
    const interval = intervalOf(section.solveRate);
    const verdict = verdictWord(section.verdict);
    const items = isWhole(section) ? both('', '') : itemsNamed(section.items);
    const about = (text: string) => (text === '' ? '' : ` (${text})`);
    return both(
      `${word.ru}${about(items.ru)}: ${rate.ru}${interval === undefined ? '' : ` (${interval.ru})`}, ${pupils(section.n).ru}; ${verdict.ru}.`,
      `${word.en}${about(items.en)}: ${rate.en}${interval === undefined ? '' : ` (${interval.en})`}, ${pupils(section.n).en}; ${verdict.en}.`,
    );
  });
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

function careWord({ assessment = '', item = '' }: Finding, evidence: EvidenceByUnit): Both {
  return evidence.isDoubtful(assessment, item)
    ? both(', проверьте само задание', ', check the item itself')
    : both('', '');
}

function weakerLine(weaker: readonly ComparisonResult[]): readonly Both[] {
  if (weaker.length === 0) return [];
  const parts = weaker.map((of) => {
    const by = of.netDifference.kind === 'known' ? percentPoints(of.netDifference.estimate) : both('', '');
    const q = qWord(of.netQ ?? 1);
    const other = comparatorWord(of);
    return both(
      `задание ${of.item} — на ${by.ru} ниже (сравнение: ${other.ru}; ${q.ru})`,
      `item ${of.item}: lower by ${by.en} (against ${other.en}; ${q.en})`,
    );
  });
  return [
    both(
      `Слабее, чем у учеников с такой же суммой баллов: ${parts.map((part) => part.ru).join('; ')}.`,
      `Weaker than pupils with the same total: ${parts.map((part) => part.en).join('; ')}.`,
    ),
  ];
}

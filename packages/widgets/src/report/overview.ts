import type { Finding, FindingRules } from '@orientir/core/analysis';
import { formatShare, pluralEn, pluralRu } from '@orientir/core/foundation';
import type { RiskClass } from '@orientir/core/risk';
import { escapeHtml } from '../geometry/render-string.js';
import { anchorOf } from './assessment-section.js';
import { CONDITIONS_TITLE, hasConditions } from './conditions-section.js';
import { DYNAMICS_TITLE } from './dynamics-section.js';
import type { ReportInput } from './report-input.js';
import { workTitle } from './table.js';
import type { Both } from './text.js';
import { both, count, intervalOf, labelled, say, share } from './text.js';

/** Findings about everything together that are shown at the top; the rest stand in the workbook. */
const SHOWN = 12;

/** What was read, and what strikes the eye. */
export function overview(input: ReportInput): string {
  const { analysis } = input;
  const whole = analysis.testResults.filter(({ level }) => level === 'all');
  const schools = new Set(
    analysis.testResults.flatMap(({ level, unit }) => (level === 'school' ? [unit] : [])),
  );
  const wrote = whole.reduce((sum, test) => sum + test.wrote, 0);
  const rejected = input.record.files.reduce((sum, file) => sum + file.rowsRejected, 0);
  const entry = (name: Both, value: Both) => `<div><dt>${say(name)}</dt><dd>${say(value)}</dd></div>`;
  return `<dl class="big">${entry(both('Видов работ', 'Assessments'), count(analysis.assessments.length))}${entry(both('Школ', 'Schools'), count(schools.size))}${entry(both('Работ учеников', 'Pupils’ papers'), count(wrote))}${entry(both('Строк не принято', 'Rows refused'), count(rejected))}</dl>
<nav ${labelled(both('Содержание', 'Contents'))}><ul>${topicsOf(analysis)
    .map(([anchor, text]) => `<li><a href="#${anchor}">${say(text)}</a></li>`)
    .join(
      '',
    )}${analysis.assessments.map((of) => `<li><a href="#${escapeHtml(anchorOf(of.id))}">${say(workTitle(of, analysis))}</a></li>`).join('')}<li><a href="#refused">${say(both('Что не принято', 'What was not accepted'))}</a></li><li><a href="#method">${say(both('Как это посчитано', 'How it was computed'))}</a></li></ul></nav>
${strikingFindings(input)}`;
}

/** Links to the parts of the report that there are. */
function topicsOf(analysis: ReportInput['analysis']): typeof TOPICS {
  const [schools, ...others] = TOPICS;
  if (schools === undefined) return TOPICS;
  return [
    schools,
    ...(hasConditions(analysis) ? [['conditions', CONDITIONS_TITLE] as const] : []),
    ...(analysis.dynamics === undefined ? [] : [['dynamics', DYNAMICS_TITLE] as const]),
    ...others,
  ];
}

const TOPICS: readonly (readonly [anchor: string, text: Both])[] = [
  ['schools', both('Школы с низкими результатами', 'Schools with low results')],
  ['again', both('Что повторить', 'What to teach again')],
  ['doubt', both('Каким заданиям не верить', 'Which items not to trust')],
  ['believe', both('Каким результатам верить', 'Which results to believe')],
  ['sure', both('Насколько мы уверены', 'How sure are we')],
];

function strikingFindings({ analysis }: ReportInput): string {
  const whole = analysis.findings.filter(({ level }) => level === 'all');
  const title = `<h2>${say(both('На что обратить внимание', 'What deserves attention'))}</h2>`;
  const schools = ofSchools(analysis);
  const ofThem = schools.length === 0 ? '' : `<ul class="findings">${schools.join('')}</ul>`;
  if (whole.length === 0) {
    return `${schools.length === 0 ? '' : title}${ofThem}<p>${say(both('По всем ученикам вместе ничего тревожного не найдено.', 'For all pupils together nothing alarming was found.'))}</p>`;
  }
  const rank = { high: 0, medium: 1, low: 2 } as const;
  const sorted = [...whole].sort((one, other) => rank[one.severity] - rank[other.severity]);
  const lines = sorted.slice(0, SHOWN).map((finding) => `<li>${say(sentence(finding, analysis))}</li>`);
  const more = sorted.length - lines.length;
  const warning = borderSource(analysis.rules);
  const source = warning === undefined ? '' : `<p class="note">${say(warning)}</p>`;
  return `${title}<ul class="findings">${schools.join('')}${lines.join('')}</ul>${
    more > 0
      ? `<p>${say(both(`И ещё ${more}: лист «На что обратить внимание» в results.xlsx.`, `And ${more} more: see results.xlsx.`))}</p>`
      : ''
  }${source}`;
}

/** How many schools the parts below tell of: what is said of all pupils together hides them. */
function ofSchools({ schoolRisks, findings }: ReportInput['analysis']): readonly string[] {
  const schoolsOf = (of: readonly { readonly unit: string }[]) => new Set(of.map(({ unit }) => unit)).size;
  const risks = (of: RiskClass) =>
    new Set(schoolRisks.flatMap((risk) => (risk.class === of ? [risk.school] : []))).size;
  const atSchools = (kind: Finding['kind']) =>
    schoolsOf(findings.filter((finding) => finding.kind === kind && finding.level === 'school'));
  const [low, unsure] = [risks('low'), risks('undetermined')];
  const [doubtful, sections] = [atSchools('doubtful-results'), atSchools('low-section')];
  const line = (anchor: string, text: Both) => `<li><a href="#${anchor}">${say(text)}</a></li>`;
  return [
    ...(low + unsure === 0 ? [] : [line('schools', lowResultsWord(low, unsure))]),
    ...(sections === 0
      ? []
      : [
          line(
            'again',
            both(
              `Отдельный раздел, вероятно, освоен недостаточно в ${count(sections).ru} ${pluralRu(sections, 'школе', 'школах', 'школах')}.`,
              `A single section is probably not sufficiently mastered in ${count(sections).en} ${pluralEn(sections, 'school', 'schools')}.`,
            ),
          ),
        ]),
    ...(doubtful === 0
      ? []
      : [
          line(
            'believe',
            both(
              `Необычные результаты у ${count(doubtful).ru} ${pluralRu(doubtful, 'школы', 'школ', 'школ')}: возможный признак, нужен дополнительный анализ.`,
              `Unusual results of ${count(doubtful).en} ${pluralEn(doubtful, 'school', 'schools')}: a possible marker, needs further analysis.`,
            ),
          ),
        ]),
  ];
}

function lowResultsWord(low: number, unsure: number): Both {
  if (low === 0)
    return both(
      `Низкие ли результаты, нельзя сказать уверенно о ${count(unsure).ru} ${pluralRu(unsure, 'школе', 'школах', 'школах')}.`,
      `Whether results are low cannot be told for sure: ${count(unsure).en} ${pluralEn(unsure, 'school', 'schools')}.`,
    );
  const probably = both(
    `Низкие результаты, вероятно, у ${count(low).ru} ${pluralRu(low, 'школы', 'школ', 'школ')}`,
    `Probably low results: ${count(low).en} ${pluralEn(low, 'school', 'schools')}`,
  );
  return unsure === 0
    ? both(`${probably.ru}.`, `${probably.en}.`)
    : both(
        `${probably.ru}; нельзя сказать уверенно о ${count(unsure).ru}.`,
        `${probably.en}; cannot be told for sure: ${count(unsure).en}.`,
      );
}

/** Where the borders of the solve rate come from; absent where there is nothing to warn of. */
function borderSource({ verification, source }: FindingRules): Both | undefined {
  switch (verification) {
    case 'verified':
      return undefined;
    case 'second-hand':
      return both(
        `Границы решаемости взяты из документа, который нам известен из вторых рук (${source}); остальные пороги наши.`,
        `The corridors come from a document that we know second-hand (${source}); the other thresholds are ours.`,
      );
    case 'unverified':
      return both(
        `Границы решаемости никем не проверены (${source}); остальные пороги наши.`,
        `Nobody has verified the corridors (${source}); the other thresholds are ours.`,
      );
    case 'own':
      return both(
        `Границы решаемости и остальные пороги выбраны, а не взяты из документа (${source}).`,
        `Corridors and the other thresholds were chosen, no document sets them (${source}).`,
      );
  }
}

function sentence(finding: Finding, analysis: ReportInput['analysis']): Both {
  const assessment = analysis.assessments.find(({ id }) => id === finding.assessment);
  const title = assessment === undefined ? both('', '') : workTitle(assessment, analysis);
  const result = analysis.itemResults
    .of(finding.assessment ?? '', finding)
    .find(({ item }) => item === finding.item);
  switch (finding.kind) {
    case 'low-item': {
      if (result === undefined || result.solveRate.kind === 'missing') return title;
      const rate = share(result.solveRate.estimate);
      const interval = intervalOf(result.solveRate) ?? both('', '');
      const about = finding.section === undefined ? '' : ` («${finding.section}»)`;
      return both(
        `${title.ru}: задание ${finding.item}${about} решено на ${rate.ru} (${interval.ru}) — вероятно, недостаточно.`,
        `${title.en}: item ${finding.item}${about} has a solve rate of ${rate.en} (${interval.en}), probably not sufficient.`,
      );
    }
    case 'low-section':
      return both(
        `${title.ru}: раздел «${finding.section}» — не меньше половины заданий решены недостаточно.`,
        `${title.en}: section "${finding.section}": at least half of its items are not sufficiently solved.`,
      );
    case 'weak-item':
      return both(
        `${title.ru}: задание ${finding.item} решают хуже, чем ученики других школ с такой же суммой баллов.`,
        `${title.en}: item ${finding.item} is solved less well than by pupils of other schools with the same total.`,
      );
    case 'not-taught': {
      const untaught = result?.notTaught ?? 0;
      const pupils = untaught + (result?.n ?? 0);
      return both(
        `${title.ru}: тему задания ${finding.item} ещё не проходили ${count(untaught).ru} из ${count(pupils).ru} (${formatShare(untaught / pupils, 'ru')}). В решаемость они не входят.`,
        `${title.en}: ${count(untaught).en} of ${count(pupils).en} (${formatShare(untaught / pupils, 'en')}) had not been taught the topic of item ${finding.item}. They are not in the solve rate.`,
      );
    }
    case 'doubtful-results':
      return both(
        `${title.ru}: возможный признак необъективности, нужен дополнительный анализ.`,
        `${title.en}: a possible marker of doubtful results, needs further analysis.`,
      );
    case 'resilient-school':
      return both(
        'Результаты выше ожидаемых в тяжёлых условиях.',
        'Results above those expected in hard conditions.',
      );
    case 'hard-conditions':
      return both(
        'Низкие результаты в тяжёлых условиях: нужны ресурсы.',
        'Low results in hard conditions: resources are needed.',
      );
    case 'below-expected':
      return both(
        'Низкие результаты, которые условиями не объяснить.',
        'Low results that conditions do not explain.',
      );
    case 'low-results':
      return both('Низкие результаты школы.', 'Low results of the school.');
    case 'journal-gap': {
      const test = analysis.testResults.find(
        (of) =>
          of.assessment === finding.assessment && of.level === finding.level && of.unit === finding.unit,
      );
      const gap = test?.gapTwoOrMore.kind === 'known' ? share(test.gapTwoOrMore.estimate) : both('', '');
      return both(
        `${title.ru}: у ${gap.ru} учеников отметка за работу отличается от журнала на два балла и больше. Это требует проверки, а не вывода.`,
        `${title.en}: for ${gap.en} of the pupils the mark differs from the journal by two or more. This needs a look, not a verdict.`,
      );
    }
  }
}

/**
 * The plan as a Word document.
 *
 * The markup is our own: a plan needs six kinds of elements, the package `docx` weighs more than everything else in this
 * one and writes times and random ids, so that the same plan would never be the same file twice.
 *
 * @module
 */
import type { Language } from '@orientir/core/foundation';
import type { RoadMap } from '@orientir/core/road-map';
import { HORIZONS } from '@orientir/core/road-map';
import { closingLists, closingText } from '../closing-lists.js';
import { measureMarks } from '../measure-marks.js';
import { printedColumns } from '../plan-columns.js';
import { planHeading, planTitle } from '../plan-heading.js';
import type { PlanWritingOptions } from '../plan-writing-options.js';
import { shownText } from '../shown-text.js';
import { writingWords } from '../writing-words.js';
import { docxPackage, FOOTER } from './docx-package.js';
import { measureTable } from './measure-table.js';
import { LISTS } from './plan-styles.js';
import { stampTable } from './stamp-table.js';
import { paragraph, run, simpleField } from './wordprocessing.js';

/**
 * A document (.docx, A4 landscape) as it is signed: stamps, title, what the plan rests on, problems, goals and tasks as
 * numbered lists, the table with its columns as the plan names them, decisions and resources, page numbers. Same plan,
 * same bytes.
 *
 * The id of each measure stands in a bookmark of its first cell, see `bookmarkName`.
 */
export function planDocx(plan: RoadMap, options: PlanWritingOptions): Uint8Array {
  const { language } = options;
  const marks = measureMarks(plan, options);
  const columns = printedColumns(plan, { language, marks, complete: false });
  const title = planTitle(plan, language);
  const body = [
    stampTable(plan, language, TEXT_WIDTH),
    headingParagraphs(plan, language),
    basisParagraph(plan, language),
    listParagraphs(plan, language),
    paragraph('', 'PlanText', { properties: '<w:keepNext/>' }),
    measureTable(plan, { columns, width: TEXT_WIDTH, caption: title }),
    closingParagraphs(plan, language),
    paragraph('', 'PlanEnd'),
    SECTION,
  ];
  const [before, between] = writingWords(language).page;
  const footer = `<w:p><w:pPr><w:pStyle w:val="PlanFooter"/></w:pPr>${run(before)}${simpleField('PAGE', '1')}${run(between)}${simpleField('NUMPAGES', '1')}</w:p>`;
  return docxPackage({ language, title, body: body.join(''), footer });
}

/** 29.7 × 21 cm, in twentieths of a point. */
const PAGE = { width: 16_838, height: 11_906 };
const SIDE = 1134;
const TOP = 851;
const TEXT_WIDTH = PAGE.width - 2 * SIDE;
const SECTION = `<w:sectPr><w:footerReference w:type="default" r:id="${FOOTER}"/><w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}" w:orient="landscape"/><w:pgMar w:top="${TOP}" w:right="${SIDE}" w:bottom="${TOP}" w:left="${SIDE}" w:header="425" w:footer="425" w:gutter="0"/></w:sectPr>`;

function headingParagraphs(plan: RoadMap, language: Language): string {
  const { kind, title, year } = planHeading(plan, language);
  return [kind?.toUpperCase() ?? '', title, year ?? '']
    .filter((line) => line !== '')
    .map((line) => paragraph(line, 'PlanTitle'))
    .join('');
}

function basisParagraph({ legalBasis = [] }: RoadMap, language: Language): string {
  const texts = legalBasis
    .map(({ raw }) => shownText(raw).trim().replace(/[;.]$/, ''))
    .filter((text) => text !== '');
  return texts.length === 0
    ? ''
    : paragraph(`${writingWords(language).basis}: ${texts.join('; ')}.`, 'PlanText');
}

function listParagraphs({ problems = [], goals = [] }: RoadMap, language: Language): string {
  const words = writingWords(language);
  const tasks = goals.some((goal) => (goal.tasks ?? []).length > 0);
  const parts = [
    ...(problems.length === 0 ? [] : [paragraph(words.problems, 'PlanSubhead')]),
    ...problems.map(({ text }) => listItem(text, LISTS.problems, 0)),
    ...(goals.length === 0 ? [] : [paragraph(tasks ? words.goalsAndTasks : words.goals, 'PlanSubhead')]),
    ...goals.flatMap((goal) => [
      listItem(
        goal.horizon === undefined ? goal.text : `${goal.text} (${HORIZONS[goal.horizon][language]})`,
        LISTS.goals,
        0,
      ),
      ...(goal.tasks ?? []).map(({ text }) => listItem(text, LISTS.goals, 1)),
    ]),
  ];
  return parts.join('');
}

function closingParagraphs(plan: RoadMap, language: Language): string {
  return closingLists(plan, language)
    .flatMap(({ of, heading, items }) => [
      paragraph(heading, 'PlanSubhead'),
      ...items.map((item) => listItem(closingText(item), LISTS[of], 0)),
    ])
    .join('');
}

function listItem(text: string, list: number, level: number): string {
  return paragraph(shownText(text), 'PlanList', {
    properties: `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`,
  });
}

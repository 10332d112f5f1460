import type { Language } from '@orientir/core/foundation';
import { formatCount } from '@orientir/core/foundation';
import type { RiskClass } from '@orientir/core/risk';
import { joined, noteOn, shareText, workText } from '../chart/chart-words.js';
import { shapeMarks } from '../chart/shapes.js';
import type { PlacedChart } from '../geometry/marks.js';
import type { RiskData, RiskSchool, RiskWork } from './risk-data.js';
import type { RiskColumn } from './risk-rows.js';
import { RISK_SHAPES } from './risk-shapes.js';
import { words } from './words.js';

/** In the order of the table. On narrow pages those marked stand in the evidence instead. */
export const COLUMNS: readonly {
  readonly id: RiskColumn;
  readonly isNumber: boolean;
  readonly onlyWide: boolean;
}[] = [
  { id: 'school', isNumber: false, onlyWide: false },
  { id: 'class', isNumber: false, onlyWide: false },
  { id: 'probability', isNumber: true, onlyWide: false },
  { id: 'rule', isNumber: false, onlyWide: true },
  { id: 'share', isNumber: true, onlyWide: true },
  { id: 'works', isNumber: false, onlyWide: true },
  { id: 'exit', isNumber: true, onlyWide: true },
];

/** Class names of a cell. */
export function cellClass({ isNumber, onlyWide }: (typeof COLUMNS)[number]): string {
  return [isNumber ? 'n' : '', onlyWide ? 'wide' : ''].join(' ').trim();
}

/** One school in words. */
export interface RiskRow {
  readonly sign: PlacedChart;
  /** Absent with the probability. */
  readonly bar?: PlacedChart;
  readonly cells: Readonly<Record<RiskColumn, string>>;
  readonly evidence: readonly { readonly work: string; readonly text: string }[];
  readonly stability: string;
  /** What columns that narrow pages leave out say. */
  readonly aside: readonly string[];
}

/** What is said about the table as a whole. */
export function riskTexts(data: RiskData, language: Language) {
  const w = words[language];
  const { rules } = data;
  const { verification } = w;
  return {
    title: w.title,
    subtitle: joined([data.unit.name, w.rule(rules.title?.[language] ?? rules.id, rules.shareFrom)]),
    note: noteOn(data, language, [
      ...w.meaning,
      w.source(rules.source),
      Object.hasOwn(verification, rules.verification) ? verification[rules.verification] : '',
    ]),
  };
}

export function classText(of: RiskClass, language: Language): string {
  const { classes } = words[language];
  return Object.hasOwn(classes, of) ? classes[of] : of;
}

/** Where a filter looks for words. */
export function searchText(school: RiskSchool, data: RiskData, language: Language): string {
  return [school.name, school.id, ...triggeredBy(school, data, language)].join(' ');
}

export function riskRow(school: RiskSchool, data: RiskData, language: Language): RiskRow {
  const w = words[language];
  const { probability, distanceToExit, uncertain } = school;
  const cells: RiskRow['cells'] = {
    school: school.name.replaceAll('№ ', '№\u00a0'),
    class: classText(school.class, language),
    probability: probability === undefined ? '–' : w.probability(probability),
    rule: w.listed[school.listed === undefined ? 'open' : school.listed ? 'yes' : 'no'],
    share: shareText(school, language),
    works: triggeredBy(school, data, language).join('; ') || '–',
    exit:
      distanceToExit === undefined
        ? '–'
        : `${uncertain ? '≥\u00a0' : ''}${formatCount(distanceToExit, language)}`,
  };
  return {
    sign: {
      width: 24,
      height: 20,
      marks: shapeMarks(
        Object.hasOwn(RISK_SHAPES, school.class) ? RISK_SHAPES[school.class] : 'dash',
        12,
        10,
        6,
        'plain',
      ),
    },
    ...(probability === undefined ? {} : { bar: bar(probability, data.rules.probability) }),
    cells,
    evidence: school.works.map((work) => ({
      work: titleOf(work, data, language),
      text: workSentence(work, data, language),
    })),
    // Where the rule says nothing, no probability is there to be small and no conclusion to change.
    stability:
      school.class === 'too-few'
        ? ''
        : `${uncertain ? `${w.uncertain(uncertain)} ` : ''}${w.stability(school.stability)}`,
    // The works have their own lines.
    aside: COLUMNS.filter(({ id, onlyWide }) => onlyWide && id !== 'works').map(
      ({ id }) => `${w.columns[id]}: ${cells[id]}`,
    ),
  };
}

/** A share of a line, with a stroke where conclusions become sure. */
function bar(probability: number, border: number): PlacedChart {
  const [width, height] = [64, 12];
  return {
    width,
    height,
    marks: [
      { kind: 'line', x1: 0, y1: height - 1, x2: width, y2: height - 1, role: 'track' },
      { kind: 'rect', x: 0, y: 2, width: width * probability, height: height - 3, role: 'bar' },
      { kind: 'line', x1: width * border, y1: 0, x2: width * border, y2: height, role: 'target' },
    ],
  };
}

/** By what tells them from the other works of the table: its columns have little room. */
function triggeredBy({ works }: RiskSchool, data: RiskData, language: Language): readonly string[] {
  const differs = (part: 'programme' | 'grade' | 'schoolYear') =>
    new Set(data.assessments.map((of) => of[part])).size > 1;
  return works.flatMap(({ triggered, assessment }) => {
    if (!triggered) return [];
    const of = data.assessments.find(({ id }) => id === assessment);
    if (of === undefined) return [assessment];
    const { programme, subject, grade, schoolYear } = of;
    const short = {
      id: assessment,
      programme: differs('programme') ? programme : '',
      subject,
      ...(grade === undefined || !differs('grade') ? {} : { grade }),
      ...(schoolYear === undefined || !differs('schoolYear') ? {} : { schoolYear }),
    };
    return [workText(short, language)];
  });
}

function titleOf({ assessment }: RiskWork, { assessments }: RiskData, language: Language): string {
  const work = assessments.find(({ id }) => id === assessment);
  return work === undefined ? assessment : workText(work, language);
}

function workSentence(work: RiskWork, { rules }: RiskData, language: Language): string {
  const w = words[language];
  const { share, n, lowPupils, uncertainPupils, probability, leftOut } = work;
  const figure = shareText(work, language);
  const parts = [
    uncertainPupils !== undefined
      ? w.lowFromTo(lowPupils, lowPupils + uncertainPupils, n)
      : share === undefined
        ? figure
        : `${w.lowOf(lowPupils, n)}, ${figure}`,
    probability === undefined ? '' : w.likely(probability),
    leftOut === undefined ? '' : w.leftOut(leftOut, rules.minPupils),
    work.triggered ? w.triggered : '',
  ];
  return `${parts.filter((part) => part !== '').join('; ')}.`;
}

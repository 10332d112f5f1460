/** The description of an exam: what masks say, completed by `assessment.json` and plans beside the protocols. @module */
import type { Assessment, Item } from '@orientir/core/assessment';
import type { Issue, Place } from '@orientir/core/foundation';
import { issue } from '@orientir/core/foundation';
import type { Descriptions } from '../describe-work.js';
import { describeWork } from '../describe-work.js';
import { scaled } from '../scale-of-work.js';
import type { ItemColumn, TableLayout } from '../table-layout.js';
import type { ExamWork } from './exam-result.js';
import type { ExamShape } from './exam-survey.js';
import type { ScoreTable } from './score-table.js';

export interface DescribedExam {
  readonly assessment: Assessment;
  /** For each item its place in the masks, short answers first; absent = not in them. */
  readonly places: readonly (number | undefined)[];
  /** Ids of items that a description has and the masks do not. */
  readonly lacking: readonly string[];
  readonly scores: ScoreTable;
  readonly issues: readonly Issue[];
  readonly used: readonly string[];
}

/**
 * Describes an exam. Items are numbered by position. Maxima: of long answers as printed, of short ones as `shortMaxima`
 * finds them; a description beside the protocols says it better.
 */
export function describeExam(
  work: ExamWork,
  shape: ExamShape,
  folder: string,
  descriptions: Descriptions,
  place: Place,
): DescribedExam | undefined {
  const columns = Array.from({ length: shape.short + shape.long.length }, (_, column): ItemColumn => {
    const maxPoints = shape.long[column - shape.short];
    return { column, code: String(column + 1), ...(maxPoints === undefined ? {} : { maxPoints }) };
  });
  const layout: TableLayout = {
    name: 'exam-protocol',
    header: 0,
    roles: {},
    items: columns,
    doubtful: [],
    groupings: [],
    itemsByPosition: true,
    unknown: [],
  };
  const described = describeWork(
    { layout, identity: work, said: {}, folder, fallbackId: '', place },
    { ...descriptions, scales: [] },
  );
  if (described === undefined) return undefined;
  const places = described.columns.map((column) => column?.column);
  const scores = shape.scores.table(described.assessment.testScores);
  const printed = {
    ...described.assessment,
    ...(scores.testScores === undefined ? {} : { testScores: scores.testScores }),
    items: described.assessment.items.map((item, i) => withPrintedMax(item, places[i], shape)),
  };
  const fromTotals = described.assessment.items.flatMap(({ id, maxPoints }, i): readonly Issue[] => {
    const { max, pupils } = shape.maxima[places[i] ?? -1] ?? {};
    return maxPoints !== undefined || max === undefined || pupils === undefined
      ? []
      : [issue('max-from-totals', 'warning', place, { item: id, max, pupils })];
  });
  // Only now are the maxima known that a scale has to agree with.
  const { assessment, issues } = scaled(printed, work, folder, descriptions.scales, place);
  return {
    assessment,
    places,
    lacking: described.lacking,
    scores,
    issues: [...described.issues, ...fromTotals, ...issues],
    used: described.used,
  };
}

function withPrintedMax(item: Item, place: number | undefined, shape: ExamShape): Item {
  if (place === undefined) return item;
  const printed = shape.long[place - shape.short];
  if (printed !== undefined && item.maxPoints !== undefined && item.maxPoints !== printed) {
    // The description is of another work here, which was reported; neither maximum is certain.
    const { maxPoints: _doubtful, ...rest } = item;
    return rest;
  }
  if (item.maxPoints !== undefined || printed !== undefined) return item;
  const maximum = shape.maxima[place];
  return maximum === undefined ? item : { ...item, maxPoints: maximum.max };
}

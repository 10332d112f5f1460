/**
 * Sheets of `results.xlsx` about conditions of schools: each school beside its conditions, and gaps between groups of schools.
 *
 * @module
 */
import { CONDITIONS_GROUPING } from '@orientir/core/analysis';
import { conditionsConclusion } from '@orientir/core/context';
import type { WorkbookSheet } from '../xlsx/write-workbook.js';
import { CONTEXT_WORDS } from './context-words.js';
import { ends, sheet } from './evidence-sheets.js';
import { WORDS } from './results-words.js';
import { columns, reasons, unitName, value } from './row-parts.js';
import type { WorkbookInput } from './workbook-input.js';

/** Every school with a passport or results; none where no passports were given. */
export function contextSheets({ analysis, schoolNames, language }: WorkbookInput): readonly WorkbookSheet[] {
  const of = analysis.context?.();
  if (of === undefined) return [];
  const w = WORDS[language];
  const own = CONTEXT_WORDS[language];
  return [
    sheet(
      { name: own.conditions, note: own.conditionsNote, csv: w.inCsv('context.csv') },
      columns(
        [w.unit, 'text'],
        [w.verdict, 'text', 40, 'wraps'],
        [own.settlement, 'text'],
        [own.conditionsIndex, 'number'],
        [own.hard, 'text'],
        [own.result, 'number'],
        [own.expected, 'number'],
        [own.overExpected, 'number'],
        [w.low, 'number'],
        [w.high, 'number'],
        [own.probabilityAbove, 'share'],
        [w.why, 'text'],
      ),
      of.schools,
      (school) => {
        const { index, result, expected, difference, quadrant } = school;
        const conclusion = conditionsConclusion(school, of);
        return [
          schoolNames.get(school.school) ?? unitName(school.school, language),
          conclusion === undefined ? undefined : w.kinds[conclusion],
          school.settlement,
          value(index),
          quadrant === undefined ? undefined : quadrant.hard ? own.yesWord : own.noWord,
          value(result),
          value(expected),
          value(difference),
          ...ends(difference),
          school.probability,
          reasons([index, result, expected, difference], language),
        ];
      },
    ),
  ];
}

/** Groups of schools against each other; none where nobody says which schools form groups. */
export function gapSheets({ analysis, language }: WorkbookInput): readonly WorkbookSheet[] {
  const gaps = analysis.schoolGaps?.() ?? [];
  if (gaps.length === 0) return [];
  const w = WORDS[language];
  const own = CONTEXT_WORDS[language];
  return [
    sheet(
      { name: own.gaps, note: own.gapsNote, csv: w.inCsv('gaps.csv') },
      columns(
        [w.grouping, 'text'],
        [w.group, 'text'],
        [w.schools, 'count'],
        [own.papers, 'count'],
        [own.gap, 'number'],
        [w.low, 'number'],
        [w.high, 'number'],
        [w.why, 'text'],
      ),
      gaps,
      ({ grouping, group, schools, gap }) => [
        isNamed(grouping, own.groupings) ? own.groupings[grouping] : grouping,
        grouping === CONDITIONS_GROUPING && isNamed(group, own.conditionGroups)
          ? own.conditionGroups[group]
          : group,
        schools,
        gap.n,
        value(gap),
        ...ends(gap),
        reasons([gap], language),
      ],
    ),
  ];
}

function isNamed<Names extends object>(name: PropertyKey, names: Names): name is keyof Names {
  return Object.hasOwn(names, name);
}

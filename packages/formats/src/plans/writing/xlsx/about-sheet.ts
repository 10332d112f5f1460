import { MEASURE_STATUSES, PLAN_KINDS, PLAN_LEVELS } from '@orientir/core/road-map';
import { closingLists, closingText } from '../closing-lists.js';
import { hashOfPlan } from '../hash-of-plan.js';
import type { MeasureContext } from '../measure-columns.js';
import { dateInWords } from '../plan-date.js';
import type { PlanWritingOptions } from '../plan-writing-options.js';
import { stampLines } from '../stamp-lines.js';
import { writingWords } from '../writing-words.js';
import type { FormCell, FormSheet } from './form-sheet.js';

/** What there is to know about a plan beside its measures, with counts. */
export function aboutSheet(
  { plan, marks, language }: MeasureContext,
  { asOf }: PlanWritingOptions,
): FormSheet {
  const words = writingWords(language);
  const { measures, level } = plan;
  const recurring = measures.filter(({ deadline }) => deadline.kind === 'recurring').length;
  const dated = measures.filter(({ deadline }) => DATED.has(deadline.kind)).length;
  const lines: readonly (readonly [name: string, value: FormCell])[] = [
    [words.title, plan.title],
    [words.kind, PLAN_KINDS[plan.kind][language]],
    [words.schoolYear, plan.schoolYear],
    [words.level, level === undefined ? undefined : PLAN_LEVELS[level][language]],
    [words.region, plan.region],
    [words.municipality, plan.municipality],
    [words.school, plan.school],
    ...(plan.stamps ?? []).map((stamp): readonly [string, FormCell] => {
      const [heading = '', ...rest] = stampLines(stamp, language);
      return [heading, rest.filter((line) => !/^[_\s]*$/.test(line)).join('\n')];
    }),
    [words.basis, (plan.legalBasis ?? []).map(({ raw }) => raw).join('\n')],
    ...closingLists(plan, language).map(({ heading, items }): readonly [string, FormCell] => [
      heading,
      items.map(closingText).join('\n'),
    ]),
    [words.measures, measures.length],
    [words.sections, plan.sections.length],
    [words.dated, dated],
    [words.recurring, recurring],
    [words.undated, measures.length - dated - recurring],
    ...Object.entries(MEASURE_STATUSES).map(([status, word]): readonly [string, FormCell] => [
      capitalised(word[language]),
      measures.filter(({ id }) => marks.get(id)?.status === status).length,
    ]),
    [words.unmarked, measures.filter(({ id }) => !marks.has(id)).length],
    [words.planId, plan.id],
    [words.hash, hashOfPlan(plan)],
  ];
  return {
    name: words.aboutSheet,
    ...(asOf === undefined ? {} : { title: words.asOf(dateInWords(asOf, language)) }),
    rows: lines.filter(([, value]) => value !== undefined && value !== ''),
  };
}

const DATED: ReadonlySet<string> = new Set(['date', 'range', 'month', 'schoolYear', 'calendarYear']);

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

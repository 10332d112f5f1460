/**
 * Contradictions inside a printed document: numbers of rows, and sums that do not add up.
 *
 * @module
 */

import { activityCounts } from './record-event.js';
import type { Measure, RoadMap } from './road-map.js';
import type { RoadMapIssue } from './road-map-issue.js';
import { roadMapIssue } from './road-map-issue.js';

export interface LintOptions {
  /** Paragraphs of the document outside the table: sums are looked for in them too. */
  readonly paragraphs?: readonly string[];
}

/** Everything that a careful reader would mark in the margin; always warnings. */
export function lintPlan(plan: RoadMap, { paragraphs = [] }: LintOptions = {}): readonly RoadMapIssue[] {
  const texts = [...paragraphs, ...plan.measures.flatMap(({ text, situation = '' }) => [text, situation])];
  return [...numberingIssues(plan), ...shareListIssues(texts), ...partIssues(texts), ...minimumIssues(plan)];
}

function numberingIssues({ measures }: RoadMap): readonly RoadMapIssue[] {
  const issues: RoadMapIssue[] = [];
  // Most documents without any numbers mean it.
  if (measures.every(({ number }) => number === undefined)) return [];
  const seen = new Map<string, Set<string>>();
  let last: Measure | undefined;
  for (const measure of measures) {
    const { id, number, section = '', parent } = measure;
    if (number === undefined) {
      if (parent === undefined || last !== undefined)
        issues.push(roadMapIssue('number-missing', 'warning', {}, id));
      continue;
    }
    const key = bare(number);
    const inSection = seen.get(section) ?? new Set<string>();
    seen.set(section, inSection);
    const before = last?.number;
    last = measure;
    if (inSection.has(key)) {
      issues.push(roadMapIssue('number-duplicate', 'warning', { number: key }, id));
      continue;
    }
    inSection.add(key);
    const found = lastPart(number);
    const former = before === undefined ? undefined : lastPart(before);
    if (found === undefined || former === undefined || before === undefined) continue;
    if (found === former + 1 || (found === 1 && headOf(number) !== headOf(before))) continue;
    const parameters = { number: key, after: bare(before) };
    issues.push(
      found <= former
        ? roadMapIssue('numbering-restarts', 'warning', parameters, id)
        : roadMapIssue('numbering-gap', 'warning', parameters, id),
    );
  }
  return issues;
}

/** Without the dot or bracket at its end. */
function bare(number: string): string {
  return number.replace(/[.)\s]+$/, '');
}

/** The number that is counted on: 3 of `2.3.` */
function lastPart(number: string): number | undefined {
  const digits = /(\d{1,6})[.)\s]*$/.exec(number)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function headOf(number: string): string {
  return number.replace(/\d{1,6}[.)\s]*$/, '');
}

/** «62 %, 82 %, 3 % …» of «choose three»: the list should give a whole number of hundreds, or somebody did not answer. */
function shareListIssues(texts: readonly string[]): readonly RoadMapIssue[] {
  const issues: RoadMapIssue[] = [];
  let run: number[] = [];
  let choices: number | undefined;
  const finish = () => {
    if (run.length >= 3) {
      const sum = run.reduce((total, share) => total + share, 0);
      // Each share may be rounded by half a percent.
      const slack = Math.max(1, run.length / 2);
      const expected = choices === undefined ? Math.max(1, Math.round(sum / 100)) * 100 : choices * 100;
      if (Math.abs(sum - expected) > slack) {
        const parameters = { sum: percent(sum), expected: percent(expected), count: run.length };
        issues.push(roadMapIssue('shares-do-not-add-up', 'warning', parameters));
      }
    }
    run = [];
  };
  for (const text of texts) {
    const chosen = /(?<![\d.,])([2-9])\s+(?:[\p{L}-]+\s+){0,2}направлени/iu.exec(text.slice(0, 2000))?.[1];
    const shares = [...text.slice(0, 20_000).matchAll(/(?<![\d.,])(\d{1,3}(?:[.,]\d{1,2})?)\s?%/g)].map(
      (match) => Number((match[1] ?? '').replace(',', '.')),
    );
    const isListItem =
      shares.length === 1 && /(?:[-–—−:]\s*)?\d{1,3}(?:[.,]\d{1,2})?\s?%\s*[.;)]*\s*$/.test(text);
    if (isListItem) {
      run.push(...shares);
      continue;
    }
    finish();
    if (shares.length >= 3 && /[;,]/.test(text)) {
      if (chosen !== undefined) choices = Number(chosen);
      run = shares;
      finish();
    }
    choices = chosen === undefined ? undefined : Number(chosen);
  }
  finish();
  return issues;
}

function percent(value: number): string {
  return `${String(Math.round(value * 100) / 100).replace('.', ',')} %`;
}

/** «47 + 1 + 14 = 62», and «всего 62, из них 47 …, 1 …, 14 …». */
function partIssues(texts: readonly string[]): readonly RoadMapIssue[] {
  const issues: RoadMapIssue[] = [];
  const compare = (parts: readonly number[], total: number) => {
    const sum = parts.reduce((all, part) => all + part, 0);
    if (sum !== total)
      issues.push(roadMapIssue('parts-do-not-add-up', 'warning', { parts: parts.join(' + '), sum, total }));
  };
  for (const given of texts) {
    const text = given.slice(0, 20_000);
    for (const [sum] of text.matchAll(/\d{1,7}(?:\s?\+\s?\d{1,7}){1,20}\s?=\s?\d{1,7}/g)) {
      const numbers = sum.match(/\d+/g)?.map(Number) ?? [];
      compare(numbers.slice(0, -1), numbers.at(-1) ?? 0);
    }
    const ofThem =
      /(?:всего|общее количество)[^.;\d]{0,60}(\d{1,7})[^.;\d]{0,60}?(?:из них|в том числе)([^.;]{3,400})/iu.exec(
        text,
      );
    if (ofThem !== null) {
      const parts =
        (ofThem[2] ?? '').match(/(?<![\d.,])\d{1,7}(?![\d.,]*\s?%|[\d.,]*\d)/g)?.map(Number) ?? [];
      if (parts.length >= 2) compare(parts, Number(ofThem[1]));
    }
  }
  return issues;
}

/** «с каждой школой минимум по 3 консультации»: counted over the log of activities. */
function minimumIssues(plan: RoadMap): readonly RoadMapIssue[] {
  const { minimums = [], cohort, children = [] } = plan;
  const schools = cohort?.schools ?? children.map(({ school }) => school);
  const counts = activityCounts(plan);
  return minimums.flatMap(({ activity, perSchool }) =>
    schools.flatMap((school) => {
      const found = counts.get(activity)?.get(school) ?? 0;
      const parameters = { school, activity, found, wanted: perSchool };
      return found >= perSchool ? [] : [roadMapIssue('minimum-not-met', 'warning', parameters)];
    }),
  );
}
